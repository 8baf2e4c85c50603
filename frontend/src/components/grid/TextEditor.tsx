/** A text that is written in a cell. */
import { type KeyboardEvent, useState } from "react";
import { type EditorProps, focusField, onwardOf, useEnding } from "./editing";
import classes from "./grid.module.css";

export function TextEditor({ isLong = false, ...props }: EditorProps & { isLong?: boolean }) {
  const { label, isTyped, problem, problemId } = props;
  const [text, setText] = useState(props.text);
  const { keep, leave, letGo } = useEnding(props, () => text);
  // Stays the same function, so that the field is given the focus once.
  const [focus] = useState(() => focusField(isTyped));
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    const onward = onwardOf(event);
    const isNewLine = isLong && event.key === "Enter" && event.shiftKey;
    if (onward && !isNewLine) keep(onward);
    else if (event.key === "Escape") letGo();
    else return;
    event.preventDefault();
  };
  const field = {
    ref: focus,
    className: classes.field,
    "aria-label": label,
    "aria-invalid": problem ? true : undefined,
    "aria-describedby": problem ? problemId : undefined,
    value: text,
    onChange: (event: { currentTarget: { value: string } }) => setText(event.currentTarget.value),
    onKeyDown,
    onBlur: leave,
  };
  return isLong ? <textarea {...field} rows={5} data-long /> : <input {...field} type="text" autoComplete="off" />;
}
