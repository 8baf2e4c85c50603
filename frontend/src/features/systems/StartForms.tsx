/** The form behind "blank page". */
import { Button, Textarea, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { asProblem } from "@/api/problems";
import { useWorkspace } from "@/api/scope";
import { useCreateSystem } from "@/api/systems";
import type { System } from "@/api/types";
import { AskBeforeLeaving } from "@/components/AskBeforeLeaving";
import form from "@/components/form.module.css";
import { messages } from "@/lib/messages";

const words = messages.home;

export function useOpenSystem() {
  const workspace = useWorkspace().slug;
  const navigate = useNavigate();
  return (system: System) =>
    void navigate({
      to: "/w/$workspace/systems/$system/picture",
      params: { workspace, system: system.id },
    });
}

export function BlankForm() {
  const create = useCreateSystem();
  const open = useOpenSystem();
  const [name, setName] = useState("");
  const [purpose, setPurpose] = useState("");
  const problem = asProblem(create.error);
  const submit = () => create.mutate({ name: name.trim(), purpose: purpose.trim() }, { onSuccess: open });
  return (
    <form className={form.form} action={submit}>
      <AskBeforeLeaving isOn={!create.isPending && name + purpose !== ""} />
      <TextInput
        autoFocus // eslint-disable-line jsx-a11y/no-autofocus -- the form has just been asked for
        label={words.systemName}
        required
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={problem?.of("name")}
      />
      <Textarea
        label={words.systemPurpose}
        value={purpose}
        onChange={(event) => setPurpose(event.currentTarget.value)}
        error={problem?.of("purpose")}
      />
      <div>
        <Button type="submit" variant="filled" disabled={!name.trim()} loading={create.isPending}>
          {words.create}
        </Button>
      </div>
    </form>
  );
}
