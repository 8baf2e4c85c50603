/** The field in which a part is named where it stands. Enter and leaving keep the name, Escape does not. */
import { type KeyboardEvent, useRef, useState } from "react";
import { usePageLeave } from "@/components/usePageLeave";
import { messages } from "@/lib/messages";
import { useBench } from "./useBench";
import classes from "./canvas.module.css";

export function RenameField({ id, name }: { id: string; name: string }) {
  const bench = useBench();
  const isOver = useRef(false);
  const written = useRef<string | null>(null);
  // Who changes the name while it is written here is in conflict, and not overwritten.
  const [seen] = useState(() => bench.partOf(id));
  const end = (text: string) => {
    if (isOver.current) return;
    isOver.current = true;
    bench.rename(id, text.trim(), seen);
  };
  usePageLeave(() => {
    if (written.current !== null) end(written.current);
  });
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Enter") end(event.currentTarget.value);
    if (event.key === "Escape") end(seen?.name ?? name);
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
      onChange={(event) => {
        written.current = event.currentTarget.value;
      }}
      onBlur={(event) => end(event.currentTarget.value)}
    />
  );
}

function focusOnce(field: HTMLInputElement | null): void {
  field?.focus({ preventScroll: true });
  field?.select();
}
