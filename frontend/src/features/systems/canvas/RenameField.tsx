/** The field in which a part is named where it stands. Enter and leaving keep the name, Escape does not. */
import { type KeyboardEvent, useRef } from "react";
import { messages } from "@/lib/messages";
import { useBench } from "./useBench";
import classes from "./canvas.module.css";

export function RenameField({ id, name }: { id: string; name: string }) {
  const bench = useBench();
  const isOver = useRef(false);
  const end = (text: string) => {
    if (isOver.current) return;
    isOver.current = true;
    bench.rename(id, text.trim());
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Enter") end(event.currentTarget.value);
    if (event.key === "Escape") end(name);
    // Keys of the canvas are letters here.
    event.stopPropagation();
  };
  return (
    <input
      className={`${classes.rename} nodrag nopan`}
      aria-label={messages.workbench.nameOf(name)}
      defaultValue={name}
      maxLength={200}
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
