/** Keeps a system, as it is now, as a template of the workspace. */
import { Button, Modal, TextInput } from "@mantine/core";
import { useState } from "react";
import { asProblem } from "@/api/problems";
import { useSaveTemplate } from "@/api/templates";
import type { System } from "@/api/types";
import form from "@/components/form.module.css";
import { showToast } from "@/components/toasts";
import { textOf } from "@/lib/errors";
import { messages } from "@/lib/messages";

const words = messages.home;

export function SaveTemplate({ system, onClose }: { system: System; onClose: () => void }) {
  const save = useSaveTemplate();
  const [name, setName] = useState(system.name);
  const problem = asProblem(save.error);
  const submit = () =>
    save.mutate(
      { system: system.id, name: name.trim() },
      {
        onSuccess: () => {
          showToast(words.templateSaved(name.trim()));
          onClose();
        },
      },
    );
  return (
    <Modal opened onClose={onClose} title={words.saveTemplateTitle(system.name)}>
      <form className={form.form} action={submit}>
        <p className={form.note}>{words.saveTemplateAbout}</p>
        <TextInput
          label={words.templateName}
          value={name}
          maxLength={200}
          onChange={(event) => setName(event.currentTarget.value)}
          error={save.isError ? (problem?.of("name") ?? textOf(save.error)) : null}
        />
        <div>
          <Button type="submit" variant="filled" disabled={!name.trim()} loading={save.isPending}>
            {words.saveTemplate}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
