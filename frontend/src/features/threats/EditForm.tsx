/** The words of a suggestion, before it is decided on. */
import { Button, Textarea } from "@mantine/core";
import { type KeyboardEvent, useState } from "react";
import { useEditFinding } from "@/api/findings";
import { asProblem } from "@/api/problems";
import type { Finding } from "@/api/types";
import { AskBeforeLeaving } from "@/components/AskBeforeLeaving";
import { ErrorPanel } from "@/components/ErrorPanel";
import form from "@/components/form.module.css";
import { messages } from "@/lib/messages";

interface EditFormProps {
  finding: Finding;
  onDone: () => void;
  onAccept: () => void;
}

const words = messages.suggestions;

export function EditForm({ finding, onDone, onAccept }: EditFormProps) {
  const edit = useEditFinding();
  const [title, setTitle] = useState(finding.title);
  const [description, setDescription] = useState(finding.description);
  const problem = asProblem(edit.error);
  const save = (then: () => void) =>
    // A promise, because what follows a save has to follow also when the page has been left meanwhile.
    void edit
      .mutateAsync({ id: finding.id, version: finding.version, title: title.trim(), description: description.trim() })
      .then(then, () => undefined);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") onDone();
  };
  return (
    <form className={form.form} action={() => save(onDone)}>
      <AskBeforeLeaving isOn={!edit.isPending && (title !== finding.title || description !== finding.description)} />
      {problem?.status === 409 ? <ErrorPanel error={problem} title={messages.errors.conflictTitle} /> : null}
      <Textarea
        ref={(field) => {
          // Only when the form appears; later the other field may have the focus.
          if (!field?.form?.contains(document.activeElement)) field?.focus({ preventScroll: true });
        }}
        label={words.titleLabel}
        required
        maxLength={300}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        error={problem?.of("title")}
      />
      <Textarea
        label={words.descriptionLabel}
        value={description}
        onChange={(event) => setDescription(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        error={problem?.of("description")}
      />
      <div className={form.actions}>
        <Button type="submit" disabled={!title.trim()} loading={edit.isPending}>
          {messages.common.save}
        </Button>
        <Button disabled={!title.trim() || edit.isPending} onClick={() => save(onAccept)}>
          {words.saveAndAccept}
        </Button>
        <Button variant="subtle" onClick={onDone}>
          {messages.common.cancel}
        </Button>
      </div>
    </form>
  );
}
