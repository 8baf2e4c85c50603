/** What editors of cells have in common. */
import type { KeyboardEvent } from "react";
import { matches } from "@/lib/text";

const MOST_SHOWN = 200;

export type Onward = "down" | "up" | "right" | "left" | "stay";

export interface EditorProps {
  label: string;
  text: string;
  /** Whether the text was typed just now, so that more of it follows. */
  isTyped: boolean;
  problem: string | undefined;
  problemId: string;
  /** `isLeft` where the focus has gone elsewhere already. False where the text is not kept and the writing goes on. */
  onKeep: (text: string, onward: Onward, isLeft?: boolean) => boolean;
  onLetGo: () => void;
}

/** Where a key leads that ends the writing. */
export function onwardOf(event: KeyboardEvent): Onward | null {
  if (event.nativeEvent.isComposing || event.altKey) return null;
  if (event.key === "Enter") return event.shiftKey ? "up" : "down";
  if (event.key === "Tab") return event.shiftKey ? "left" : "right";
  return null;
}

/** The cursor stands after what was typed, or all of what was there is marked. */
export const focusField =
  (isTyped: boolean) =>
  (field: HTMLInputElement | HTMLTextAreaElement | null): void => {
    if (!field || document.activeElement === field) return;
    field.focus({ preventScroll: true });
    if (isTyped) field.setSelectionRange(field.value.length, field.value.length);
    else field.select();
  };

/** What is called exactly so comes first. */
export function foundIn(choices: readonly string[], text: string): readonly string[] {
  const wanted = text.trim().toLocaleLowerCase();
  const found = choices.filter((choice) => matches(choice, text));
  const exact = found.filter((choice) => choice.toLocaleLowerCase() === wanted);
  return [...exact, ...found.filter((choice) => !exact.includes(choice))].slice(0, MOST_SHOWN);
}
