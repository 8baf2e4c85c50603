/** Who answers for something: a member, or whoever else is named. */
import { Autocomplete } from "@mantine/core";
import { useState } from "react";
import { useMembers } from "@/api/workspaces";
import { messages } from "@/lib/messages";

interface OwnerProps {
  value: string;
  isDisabled: boolean;
  onSave: (owner: string) => void;
}

export function Owner({ value, isDisabled, onSave }: OwnerProps) {
  const members = useMembers().data ?? [];
  const [draft, setDraft] = useState<string | null>(null);
  const save = (owner: string) => {
    setDraft(null);
    if (owner.trim() !== value) onSave(owner.trim());
  };
  return (
    <Autocomplete
      label={messages.stake.owner}
      data={[...new Set(members.map(({ name, email }) => name || email))]}
      value={draft ?? value}
      maxLength={120}
      disabled={isDisabled}
      onChange={setDraft}
      onOptionSubmit={save}
      onBlur={() => draft !== null && save(draft)}
    />
  );
}
