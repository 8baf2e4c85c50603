/** Name, purpose, description and stage of a system. */
import { Button, Select, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { asProblem } from "@/api/problems";
import { useVocabulary } from "@/api/catalogue";
import { useChangeSystem } from "@/api/systems";
import type { System } from "@/api/types";
import { ErrorPanel } from "@/components/ErrorPanel";
import form from "@/components/form.module.css";
import { messages } from "@/lib/messages";

const words = messages.home;

export function SystemForm({ system, onSaved }: { system: System; onSaved: () => void }) {
  const change = useChangeSystem();
  const stages = useVocabulary().data?.lifecycle_stages ?? [];
  const [fields, setFields] = useState({
    name: system.name,
    purpose: system.purpose,
    description: system.description,
    lifecycle_stage: system.lifecycle_stage,
  });
  const problem = asProblem(change.error);
  const put = (field: keyof typeof fields) => (event: { currentTarget: { value: string } }) =>
    setFields({ ...fields, [field]: event.currentTarget.value });
  const submit = () => change.mutate({ ...fields, version: system.version }, { onSuccess: onSaved });
  return (
    <form className={form.form} action={submit}>
      {problem?.status === 409 ? <ErrorPanel error={problem} title={messages.errors.conflictTitle} /> : null}
      <TextInput label={words.systemName} required maxLength={200} value={fields.name} onChange={put("name")} error={problem?.of("name")} />
      <Textarea label={words.systemPurpose} value={fields.purpose} onChange={put("purpose")} error={problem?.of("purpose")} />
      <Textarea label={messages.common.description} value={fields.description} onChange={put("description")} error={problem?.of("description")} />
      <Select
        label={words.stage}
        clearable
        data={stages.map((value) => ({ value, label: messages.vocabulary.stages[value] ?? value }))}
        value={fields.lifecycle_stage || null}
        onChange={(value) => setFields({ ...fields, lifecycle_stage: value ?? "" })}
      />
      <div>
        <Button type="submit" variant="filled" loading={change.isPending} disabled={!fields.name.trim()}>
          {messages.common.save}
        </Button>
      </div>
    </form>
  );
}
