/** The field in which an item is named where it stands. Enter and leaving keep the name, Escape does not. */
import { type KeyboardEvent, useRef } from "react";
import { messages } from "@/lib/messages";
import classes from "./tree.module.css";

interface RenameItemProps {
  name: string;
  /** Null leaves the name as it was. */
  onEnd: (name: string | null) => void;
}

export function RenameItem({ name, onEnd }: RenameItemProps) {
  const isOver = useRef(false);
  // Whoever leaves the field as it was has not named anything, also where somebody else has meanwhile.
  const seen = useRef(name);
  const end = (text: string | null) => {
    if (isOver.current) return;
    isOver.current = true;
    const named = text?.trim() ?? null;
    onEnd(named === seen.current ? null : named);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // Letters are letters here, and not the keys of the tree.
    event.stopPropagation();
    if (event.nativeEvent.isComposing || !["Enter", "Escape"].includes(event.key)) return;
    event.preventDefault();
    end(event.key === "Enter" ? event.currentTarget.value : null);
  };
  return (
    <input
      className={classes.rename}
      aria-label={messages.grid.nameOf(name)}
      defaultValue={name}
      maxLength={200}
      autoComplete="off"
      ref={focusOnce}
      onKeyDown={onKeyDown}
      onBlur={(event) => end(event.currentTarget.value)}
    />
  );
}

function focusOnce(field: HTMLInputElement | null): void {
  field?.focus({ preventScroll: true });
  field?.select();
}
