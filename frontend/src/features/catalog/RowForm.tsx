/** The frame of the forms for entries and controls: what it is called, what is special to either, and why. */
import { Button, Textarea, TextInput } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { asProblem } from "@/api/problems";
import { AskBeforeLeaving } from "@/components/AskBeforeLeaving";
import { ErrorPanel } from "@/components/ErrorPanel";
import form from "@/components/form.module.css";
import { messages } from "@/lib/messages";
import classes from "./differences.module.css";

const words = messages.ownCatalogue;

interface Named {
  slug: string;
  title: string;
  gist: string;
}

interface RowFormProps {
  initial: Named;
  draft: Named;
  isNew: boolean;
  isBusy: boolean;
  error: unknown;
  /** What a title says of such a row. */
  titleHint: string;
  onChange: (fields: Partial<Named>) => void;
  onSave: (reason: string) => void;
  /** The fields between. What is wrong with one of them is asked by its path in the row. */
  children: (problemOf: (path: string) => string | undefined) => ReactNode;
}

export function RowForm({ initial, draft, isNew, isBusy, error, titleHint, onChange, onSave, children }: RowFormProps) {
  const [reason, setReason] = useState("");
  const problem = asProblem(error);
  const problemOf = (path: string) => problem?.within(`content.${path}`);
  const text = (field: keyof Named) => ({
    value: draft[field],
    onChange: (event: { currentTarget: { value: string } }) => onChange({ [field]: event.currentTarget.value }),
    error: problemOf(field),
    required: true,
  });
  const missing = [draft.title.trim() ? [] : words.title, reason.trim() ? [] : words.reason].flat();
  return (
    <form className={`${form.form} ${classes.written}`} action={() => onSave(reason.trim())}>
      <AskBeforeLeaving isOn={!isBusy && (reason !== "" || JSON.stringify(draft) !== JSON.stringify(initial))} />
      <TextInput label={words.title} description={titleHint} maxLength={200} {...text("title")} />
      {isNew ? <TextInput label={words.slug} description={words.slugHint} maxLength={80} {...text("slug")} /> : null}
      <Textarea label={words.gist} {...text("gist")} />
      {children(problemOf)}
      <Textarea
        label={words.reason}
        description={words.reasonHint}
        required
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={problem?.of("reason")}
      />
      {error ? <ErrorPanel error={error} /> : null}
      <div className={form.actions}>
        <Button type="submit" variant="filled" loading={isBusy}>
          {messages.common.save}
        </Button>
        {missing.length > 0 ? <span className={form.note}>{words.missing(missing)}</span> : null}
      </div>
    </form>
  );
}
