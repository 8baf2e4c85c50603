/** Writing an entry: one's own, or a copy of a built-in one. */
import { Textarea } from "@mantine/core";
import { useState } from "react";
import { useVocabulary } from "@/api/catalogue";
import type { RowContent } from "@/api/knowledge";
import { messages } from "@/lib/messages";
import { ConditionRows } from "./ConditionRows";
import { EntryWords } from "./EntryWords";
import { type EntryDraft, rowOf } from "./entryDraft";
import { ExampleRows } from "./ExampleRows";
import { OptionalWord } from "./OptionalWord";
import { options } from "./options";
import { RowForm } from "./RowForm";

const words = messages.catalogue;
const own = messages.ownCatalogue;
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
  const { paths = {} } = useVocabulary().data ?? {};
  const put = (fields: Partial<EntryDraft>) => setDraft({ ...draft, ...fields });
  const text = (field: "question" | "other_question" | "alone", problemOf: (path: string) => string | undefined) => ({
    value: draft[field],
    onChange: (event: { currentTarget: { value: string } }) => put({ [field]: event.currentTarget.value }),
    error: problemOf(field),
  });
  return (
    <RowForm
      {...rest}
      initial={initial}
      draft={draft}
      titleHint={own.titleHint}
      onChange={put}
      onSave={(reason) => onSave(rowOf(draft, isFact), reason)}
    >
      {(problemOf) => (
        <>
          <EntryWords draft={draft} isNew={rest.isNew} problemOf={problemOf} onChange={put} />
          <OptionalWord
            label={words.pattern}
            description={own.patternHint}
            none={own.noPattern}
            data={options(paths)}
            value={draft.pattern}
            error={problemOf("pattern")}
            onChange={(pattern) => put({ pattern })}
          />
          <ConditionRows conditions={draft.when} onChange={(when) => put({ when })} />
          <Textarea label={words.question} required {...text("question", problemOf)} />
          <Textarea label={words.otherQuestion} required {...text("other_question", problemOf)} />
          <Textarea label={words.alone} description={own.aloneHint} {...text("alone", problemOf)} />
          <ExampleRows examples={draft.examples} problemOf={problemOf} onChange={(examples) => put({ examples })} />
        </>
      )}
    </RowForm>
  );
}
