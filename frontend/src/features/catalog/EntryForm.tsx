/** Writing an entry: one's own, or a copy of a built-in one. */
import { Textarea } from "@mantine/core";
import { useState } from "react";
import type { RowContent } from "@/api/knowledge";
import { messages } from "@/lib/messages";
import { ConditionRows } from "./ConditionRows";
import { EntryWords } from "./EntryWords";
import { type EntryDraft, rowOf } from "./entryDraft";
import { RowForm } from "./RowForm";

const words = messages.catalogue;
const isFact = (attribute: string) => attribute in words.derived;

interface EntryFormProps {
  initial: EntryDraft;
  isNew: boolean;
  isBusy: boolean;
  error: unknown;
  onSave: (content: RowContent, reason: string) => void;
}

export function EntryForm({ initial, onSave, ...rest }: EntryFormProps) {
  const [draft, setDraft] = useState(initial);
  const put = (fields: Partial<EntryDraft>) => setDraft({ ...draft, ...fields });
  return (
    <RowForm
      {...rest}
      draft={draft}
      titleHint={messages.ownCatalogue.titleHint}
      onChange={put}
      onSave={(reason) => onSave(rowOf(draft, isFact), reason)}
    >
      {(problemOf) => (
        <>
          <EntryWords draft={draft} isNew={rest.isNew} problemOf={problemOf} onChange={put} />
          <ConditionRows conditions={draft.when} onChange={(when) => put({ when })} />
          {(["question", "other_question"] as const).map((field) => (
            <Textarea
              key={field}
              label={field === "question" ? words.question : words.otherQuestion}
              required
              value={draft[field]}
              onChange={(event) => put({ [field]: event.currentTarget.value })}
              error={problemOf(field)}
            />
          ))}
        </>
      )}
    </RowForm>
  );
}
