/** The field in which something is named where it stands. Enter and leaving keep the name, by whatever way; Escape does not. */
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { nameReader } from "@/lib/table/reading";
import { usePageLeave } from "./usePageLeave";
import classes from "./NameField.module.css";

const MOST = 200;
/** Nothing is no new name; what else cannot be one stays in the field, to be mended. */
const read = nameReader("name", MOST, false);

interface NameFieldProps<Named> {
  named: Named;
  label: string;
  className: string | undefined;
  placeholder?: string | undefined;
  /** Once: with what is named as it was when that began, so that who names it meanwhile is in conflict; null leaves its name. */
  onEnd: (seen: Named, name: string | null, isByKey: boolean) => void;
}

export function NameField<Named extends { name: string }>(props: NameFieldProps<Named>) {
  const { named, label, className, placeholder, onEnd } = props;
  const [seen] = useState(named);
  const isOver = useRef(false);
  const text = useRef(seen.name);
  const [problem, setProblem] = useState<string | null>(null);
  const problemId = useId();
  const end = (isKept: boolean, isByKey = false) => {
    if (isOver.current) return;
    const reading = isKept && text.current.trim() !== seen.name ? read(text.current) : null;
    if (reading && "problem" in reading) return setProblem(reading.problem);
    isOver.current = true;
    const name = reading && String(reading.fields.name);
    onEnd(seen, name === seen.name ? null : name, isByKey);
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
    <>
      <input
        className={className}
        aria-label={label}
        aria-invalid={problem !== null || undefined}
        aria-describedby={problem === null ? undefined : problemId}
        defaultValue={seen.name}
        placeholder={placeholder}
        maxLength={MOST}
        autoComplete="off"
        ref={focusOnce}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          text.current = event.currentTarget.value;
          setProblem(null);
        }}
        onBlur={() => end(true)}
      />
      {problem === null ? null : (
        <p id={problemId} role="alert" className={classes.problem}>
          {problem}
        </p>
      )}
    </>
  );
}

function focusOnce(field: HTMLInputElement | null): void {
  field?.focus({ preventScroll: true });
  field?.select();
}
