/** My workspaces, and making another. */
import { Button, TextInput } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { asProblem } from "@/api/problems";
import type { MyWorkspace } from "@/api/types";
import { useCreateWorkspace } from "@/api/workspaces";
import { EmptyState } from "@/components/EmptyState";
import form from "@/components/form.module.css";
import { messages } from "@/lib/messages";
import classes from "./WorkspaceList.module.css";

export function WorkspaceList({ workspaces }: { workspaces: MyWorkspace[] }) {
  if (workspaces.length === 0) return <EmptyState picture="rows" text={messages.home.chooserEmpty} />;
  return (
    <ul className={classes.list}>
      {workspaces.map((workspace) => (
        <li key={workspace.slug}>
          <Link to="/w/$workspace" params={{ workspace: workspace.slug }}>
            <strong>{workspace.name}</strong>
            <span>{messages.account.roles[workspace.role]}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

export function NewWorkspace() {
  const create = useCreateWorkspace();
  const navigate = useNavigate();
  const [name, setName] = useState("");
  const submit = () =>
    create.mutate(name.trim(), {
      onSuccess: (workspace) => void navigate({ to: "/w/$workspace", params: { workspace: workspace.slug } }),
    });
  return (
    <form className={form.inline} action={submit}>
      <TextInput
        label={messages.home.newWorkspace}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={asProblem(create.error)?.of("name")}
      />
      <Button type="submit" disabled={!name.trim()} loading={create.isPending}>
        {messages.home.makeWorkspace}
      </Button>
    </form>
  );
}
