/** A text that saves itself when one leaves it, by whatever way, or by Enter, which in a long one is Ctrl+Enter. Escape puts a short one back. */
import { Textarea, TextInput } from "@mantine/core";
import { type KeyboardEvent, useRef, useState } from "react";
import { usePageLeave } from "./usePageLeave";

interface SavedTextProps {
  label: string;
  value: string;
  onSave: (value: string) => void;
  isLong?: boolean;
  isRequired?: boolean;
  isDisabled?: boolean;
  /** Takes the focus when it appears, because somebody asked for it. */
  isFocused?: boolean;
  error?: string | undefined;
}

interface Draft {
  text: string;
  /** What stood there when the writing began, and how to save as of then: who changed it since is in conflict. */
  before: string;
  onSave: (value: string) => void;
}

const takeFocus = (field: HTMLElement | null): void => field?.focus();

export function SavedText({
  label,
  value,
  onSave,
  isLong = false,
  isRequired = false,
  isDisabled = false,
  isFocused = false,
  error,
}: SavedTextProps) {
  const [draft, setDraft] = useState<Draft | null>(null);
  const left = useRef<Draft | null>(null);
  const leave = () => {
    // The field may go in the same moment in which one leaves it, and would be left once more.
    if (left.current === draft) return;
    left.current = draft;
    const text = draft?.text.trim();
    const isNew = text !== undefined && text !== value && text !== draft?.before;
    setDraft(null);
    if (isNew && (text !== "" || !isRequired)) draft?.onSave(text);
  };
  usePageLeave(leave);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && (!isLong || event.ctrlKey || event.metaKey)) leave();
    // A long text is too much to lose by one key.
    else if (event.key === "Escape" && !isLong) setDraft(null);
  };
  const field = {
    label,
    value: draft?.text ?? value,
    disabled: isDisabled,
    error,
    ref: isFocused ? takeFocus : undefined,
    onChange: ({ currentTarget: { value: text } }: { currentTarget: { value: string } }) =>
      setDraft({ before: value, onSave, ...draft, text }),
    onBlur: leave,
    onKeyDown,
  };
  return isLong ? <Textarea minRows={1} {...field} /> : <TextInput {...field} />;
}
