/** The field in which a diagram is named. Enter and leaving keep the title, Escape does not. */
import { type KeyboardEvent, useRef } from "react";
import { messages } from "@/lib/messages";
import classes from "./diagrams.module.css";

export function TitleField({ title, onEnd }: { title: string; onEnd: (title: string, isByKey: boolean) => void }) {
  const isOver = useRef(false);
  const end = (text: string, isByKey: boolean) => {
    if (isOver.current) return;
    isOver.current = true;
    onEnd(text.trim(), isByKey);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Enter") end(event.currentTarget.value, true);
    if (event.key === "Escape") end(title, true);
    event.stopPropagation();
  };
  return (
    <input
      className={classes.title}
      aria-label={messages.diagrams.titleOf(title)}
      defaultValue={title}
      maxLength={200}
      ref={takeFocus}
      onKeyDown={onKeyDown}
      onBlur={(event) => end(event.currentTarget.value, false)}
    />
  );
}

function takeFocus(field: HTMLInputElement | null): void {
  field?.focus({ preventScroll: true });
  field?.select();
}
