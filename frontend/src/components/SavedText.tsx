/** A text that saves itself when one leaves it. */
import { Textarea, TextInput } from "@mantine/core";
import { useState } from "react";

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
  const [draft, setDraft] = useState<string | null>(null);
  const leave = () => {
    const text = draft?.trim();
    if (text !== undefined && text !== value && (text !== "" || !isRequired)) onSave(text);
    setDraft(null);
  };
  const field = {
    label,
    value: draft ?? value,
    disabled: isDisabled,
    error,
    ref: isFocused ? takeFocus : undefined,
    onChange: (event: { currentTarget: { value: string } }) => setDraft(event.currentTarget.value),
    onBlur: leave,
  };
  return isLong ? <Textarea minRows={1} {...field} /> : <TextInput {...field} />;
}
