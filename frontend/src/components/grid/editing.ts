/** What editors of cells have in common. */
import { type KeyboardEvent, useRef } from "react";
import { usePageLeave } from "@/components/usePageLeave";
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
  /** False where the text is not kept and the writing goes on. */
  onKeep: (text: string, onward: Onward) => boolean;
  /** The focus has gone elsewhere, or the cell itself has gone, or the whole page. */
  onLeave: (text: string, isPage: boolean) => void;
  onLetGo: () => void;
}

/** Writing ends once: by a key, by going elsewhere, or with the cell or the page. `result` is what is written by then. */
export function useEnding({ onKeep, onLeave, onLetGo }: EditorProps, result: () => string) {
  const isOver = useRef(false);
  const once = (end: () => boolean | void) => {
    if (!isOver.current) isOver.current = end() !== false;
  };
  const leave = (isPage: boolean) => once(() => onLeave(result(), isPage));
  usePageLeave(leave);
  return {
    keep: (onward: Onward, text = result()) => once(() => onKeep(text, onward)),
    leave: () => leave(false),
    letGo: () => once(onLetGo),
  };
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
