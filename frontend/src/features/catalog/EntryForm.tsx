/** Writing an entry: one's own, or a copy of a built-in one. */
import { Button, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { asProblem } from "@/api/problems";
import type { RowContent } from "@/api/knowledge";
import form from "@/components/form.module.css";
import { ErrorPanel } from "@/components/ErrorPanel";
import { messages } from "@/lib/messages";
import { ConditionRows } from "./ConditionRows";
import { EntryWords } from "./EntryWords";
import classes from "./differences.module.css";
import { type EntryDraft, rowOf } from "./entryDraft";

const words = messages.ownCatalogue;
const isFact = (attribute: string) => attribute in messages.catalogue.derived;

interface EntryFormProps {
  initial: EntryDraft;
  isNew: boolean;
  isBusy: boolean;
  error: unknown;
  onSave: (content: RowContent, reason: string) => void;
}

export function EntryForm({ initial, isNew, isBusy, error, onSave }: EntryFormProps) {
  const [draft, setDraft] = useState(initial);
  const [reason, setReason] = useState("");
  const problem = asProblem(error);
  const put = (fields: Partial<EntryDraft>) => setDraft({ ...draft, ...fields });
  const text = (field: "slug" | "title" | "gist" | "question" | "other_question") => ({
    value: draft[field],
    onChange: (event: { currentTarget: { value: string } }) => put({ [field]: event.currentTarget.value }),
    error: problem?.of(`content.${field}`),
    required: true,
  });
  return (
    <form className={`${form.form} ${classes.written}`} action={() => onSave(rowOf(draft, isFact), reason.trim())}>
      <TextInput label={words.title} description={words.titleHint} maxLength={200} {...text("title")} />
      {isNew ? <TextInput label={words.slug} description={words.slugHint} maxLength={80} {...text("slug")} /> : null}
      <Textarea label={words.gist} autosize minRows={2} {...text("gist")} />
      <EntryWords draft={draft} isNew={isNew} problemOf={(field) => problem?.of(`content.${field}`)} onChange={put} />
      <ConditionRows conditions={draft.when} onChange={(when) => put({ when })} />
      <Textarea label={messages.catalogue.question} autosize {...text("question")} />
      <Textarea label={messages.catalogue.otherQuestion} autosize {...text("other_question")} />
      <Textarea
        label={words.reason}
        description={words.reasonHint}
        required
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={problem?.of("reason")}
      />
      {error ? <ErrorPanel error={error} /> : null}
      <div>
        <Button type="submit" variant="filled" disabled={!reason.trim() || !draft.title.trim()} loading={isBusy}>
          {messages.common.save}
        </Button>
      </div>
    </form>
  );
}
