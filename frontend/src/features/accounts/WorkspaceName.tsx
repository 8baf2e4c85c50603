/** The workspace's name, and changing it for those who may. */
import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { asProblem } from "@/api/problems";
import { useMay, useWorkspace } from "@/api/scope";
import { useRenameWorkspace } from "@/api/workspaces";
import form from "@/components/form.module.css";
import { showToast } from "@/components/toasts";
import { messages } from "@/lib/messages";

export function WorkspaceName() {
  const current = useWorkspace().name;
  const mayRename = useMay("manage_workspace");
  const rename = useRenameWorkspace();
  const [name, setName] = useState(current);
  const submit = () => rename.mutate(name.trim(), { onSuccess: () => showToast(messages.account.renamed) });
  if (!mayRename) return <p>{current}</p>;
  return (
    <form className={form.inline} action={submit}>
      <TextInput
        label={messages.account.name}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={asProblem(rename.error)?.of("name")}
      />
      <Button type="submit" disabled={!name.trim() || name.trim() === current} loading={rename.isPending}>
        {messages.account.rename}
      </Button>
    </form>
  );
}
