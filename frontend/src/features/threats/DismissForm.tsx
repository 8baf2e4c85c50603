/** Why suggestions do not belong here: a common reason by its number, or one's own words. */
import { Button, TextInput } from "@mantine/core";
import { type KeyboardEvent, useState } from "react";
import { Keys } from "@/components/Keys";
import form from "@/components/form.module.css";
import { messages } from "@/lib/messages";
import classes from "./dismiss.module.css";

interface DismissFormProps {
  count: number;
  onCancel: () => void;
  onDismiss: (reason: string) => void;
}

const words = messages.suggestions;

export function DismissForm({ count, onCancel, onDismiss }: DismissFormProps) {
  const [reason, setReason] = useState("");
  const submit = () => {
    if (reason.trim()) onDismiss(reason.trim());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const common = words.dismissReasons[Number(event.key) - 1];
    // A number is a choice only while nothing is written yet.
    if (common && reason === "") {
      event.preventDefault();
      onDismiss(common);
    }
    if (event.key === "Escape") onCancel();
  };
  return (
    <form className={classes.form} action={submit}>
      <strong>{words.dismissTitle(count)}</strong>
      <div className={classes.common}>
        {words.dismissReasons.map((common, index) => (
          <button type="button" key={common} className={classes.reason} onClick={() => onDismiss(common)}>
            <Keys shortcut={String(index + 1)} /> {common}
          </button>
        ))}
      </div>
      <div className={form.inline}>
        <TextInput
          ref={(field) => field?.focus({ preventScroll: true })}
          aria-label={words.dismissReason}
          placeholder={words.dismissReason}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <Button type="submit" disabled={!reason.trim()}>
          {words.dismiss}
        </Button>
        <Button variant="subtle" onClick={onCancel}>
          {messages.common.cancel}
        </Button>
      </div>
      <p className={form.note}>{words.dismissKept}</p>
    </form>
  );
}
