/** The field in which something is named where it stands. Enter and leaving keep the name, by whatever way; Escape does not. */
import { type KeyboardEvent, useRef, useState } from "react";
import { usePageLeave } from "./usePageLeave";

interface NameFieldProps<Named> {
  named: Named;
  label: string;
  className: string | undefined;
  /** Once: with what is named as it was when that began, so that who names it meanwhile is in conflict; null leaves its name. */
  onEnd: (seen: Named, name: string | null, isByKey: boolean) => void;
}

export function NameField<Named extends { name: string }>({ named, label, className, onEnd }: NameFieldProps<Named>) {
  const [seen] = useState(named);
  const isOver = useRef(false);
  const text = useRef(seen.name);
  const end = (isKept: boolean, isByKey = false) => {
    if (isOver.current) return;
    isOver.current = true;
    const name = text.current.trim();
    onEnd(seen, isKept && name !== seen.name ? name : null, isByKey);
  };
  usePageLeave(() => {
    if (text.current !== seen.name) end(true);
  });
  const onKeyDown = (event: KeyboardEvent) => {
    // Keys of what is around it are letters here.
    event.stopPropagation();
    if (event.nativeEvent.isComposing || !["Enter", "Escape"].includes(event.key)) return;
    event.preventDefault();
    end(event.key === "Enter", true);
  };
  return (
    <input
      className={className}
      aria-label={label}
      defaultValue={seen.name}
      maxLength={200}
      autoComplete="off"
      ref={focusOnce}
      onKeyDown={onKeyDown}
      onChange={(event) => {
        text.current = event.currentTarget.value;
      }}
      onBlur={() => end(true)}
    />
  );
}

function focusOnce(field: HTMLInputElement | null): void {
  field?.focus({ preventScroll: true });
  field?.select();
}
