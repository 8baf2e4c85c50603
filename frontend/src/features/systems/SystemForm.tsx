/** Name, purpose, description and stage of a system. Each saves itself. */
import { Select } from "@mantine/core";
import { useVocabulary } from "@/api/catalogue";
import { asProblem } from "@/api/problems";
import { useMay } from "@/api/scope";
import { useChangeSystem } from "@/api/systems";
import type { System } from "@/api/types";
import { ErrorPanel } from "@/components/ErrorPanel";
import { SavedText } from "@/components/SavedText";
import { messages } from "@/lib/messages";
import classes from "./attributes.module.css";

const words = messages.home;
const TEXTS = [
  { field: "name", label: messages.common.name, isLong: false },
  { field: "purpose", label: words.purpose, isLong: true },
  { field: "description", label: messages.common.description, isLong: true },
] as const;

export function SystemForm({ system }: { system: System }) {
  const isDisabled = !useMay("edit_system");
  const change = useChangeSystem();
  const stages = useVocabulary().data?.lifecycle_stages ?? [];
  const problem = asProblem(change.error);
  const save = (changes: Partial<System>) => change.mutate({ ...changes, version: system.version });
  return (
    <div className={classes.fields}>
      {problem?.status === 409 ? <ErrorPanel error={problem} title={messages.errors.conflictTitle} /> : null}
      {TEXTS.map(({ field, label, isLong }) => (
        <SavedText
          key={field}
          label={label}
          isLong={isLong}
          isRequired={field === "name"}
          value={system[field]}
          isDisabled={isDisabled}
          error={problem?.of(field)}
          onSave={(text) => save({ [field]: text })}
        />
      ))}
      <Select
        label={words.stage}
        clearable
        disabled={isDisabled}
        data={stages.map((value) => ({ value, label: messages.vocabulary.stages[value] ?? value }))}
        value={system.lifecycle_stage || null}
        onChange={(stage) => save({ lifecycle_stage: stage ?? "" })}
      />
    </div>
  );
}
