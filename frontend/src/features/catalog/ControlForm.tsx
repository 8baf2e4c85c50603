/** Writing a control: one's own, or a copy of a built-in one. */
import { Select, Textarea } from "@mantine/core";
import { useState } from "react";
import type { RowContent } from "@/api/knowledge";
import form from "@/components/form.module.css";
import { messages } from "@/lib/messages";
import { ControlEffects } from "./ControlEffects";
import { type ControlDraft, rowOf } from "./controlDraft";
import { EntryChoice } from "./EntryChoice";
import { options } from "./options";
import { References } from "./References";
import { RowForm } from "./RowForm";

const words = messages.controls;

interface ControlFormProps {
  initial: ControlDraft;
  isNew: boolean;
  isBusy: boolean;
  error: unknown;
  onSave: (content: RowContent, reason: string) => void;
}

export function ControlForm({ initial, onSave, ...rest }: ControlFormProps) {
  const [draft, setDraft] = useState(initial);
  const put = (fields: Partial<ControlDraft>) => setDraft({ ...draft, ...fields });
  return (
    <RowForm
      {...rest}
      initial={initial}
      draft={draft}
      titleHint={words.titleHint}
      onChange={put}
      onSave={(reason) => onSave(rowOf(draft), reason)}
    >
      {(problemOf) => (
        <>
          <div className={`${form.inline} ${form.even}`}>
            <Word field="function" labels={words.functions} draft={draft} onChange={put} />
            <Word field="kind" labels={words.kinds} draft={draft} onChange={put} />
          </div>
          <Word field="factor" labels={messages.suggestions.factors} draft={draft} onChange={put} />
          <ControlEffects draft={draft} problemOf={problemOf} onChange={put} />
          <EntryChoice chosen={draft.treats} error={problemOf("treats")} onChange={(treats) => put({ treats })} />
          <Textarea
            label={words.verification}
            description={words.verificationHint}
            value={draft.verification}
            onChange={(event) => put({ verification: event.currentTarget.value })}
            error={problemOf("verification")}
          />
          <References
            references={draft.references}
            error={problemOf("references")}
            onChange={(references) => put({ references })}
          />
        </>
      )}
    </RowForm>
  );
}

interface WordProps {
  field: "function" | "kind" | "factor";
  labels: Record<string, string>;
  draft: ControlDraft;
  onChange: (fields: Partial<ControlDraft>) => void;
}

function Word({ field, labels, draft, onChange }: WordProps) {
  return (
    <Select
      label={words[field]}
      data={options(labels)}
      value={draft[field]}
      onChange={(value) => onChange({ [field]: value ?? draft[field] })}
    />
  );
}
