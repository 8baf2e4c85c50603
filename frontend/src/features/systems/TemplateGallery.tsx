/** Templates to begin a system from, each with its picture: one is chosen, named, and copied. */
import { ActionIcon, Button, TextInput, useComputedColorScheme } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useId, useState } from "react";
import { asProblem } from "@/api/problems";
import { useMay, useWorkspace } from "@/api/scope";
import { templatePicture, useBeginFrom, useDeleteTemplate, useTemplates } from "@/api/templates";
import type { Template } from "@/api/types";
import { AskBeforeLeaving } from "@/components/AskBeforeLeaving";
import { useHidden } from "@/components/hidden";
import { Loaded } from "@/components/Loaded";
import { useLaterRemoval } from "@/components/useLaterRemoval";
import { textOf } from "@/lib/errors";
import { messages } from "@/lib/messages";
import { useOpenSystem } from "./StartForms";
import classes from "./TemplateGallery.module.css";

const words = messages.home;
const KINDS = ["saved", "skeleton", "sample"] as const;

export function TemplateGallery() {
  return <Loaded query={useTemplates()}>{(templates) => <Gallery templates={templates} />}</Loaded>;
}

function Gallery({ templates }: { templates: Template[] }) {
  const hidden = useHidden();
  const shown = templates.filter((template) => !hidden.has(template.key));
  const begin = useBeginFrom();
  const open = useOpenSystem();
  const [key, setKey] = useState(shown[0]?.key);
  const [name, setName] = useState("");
  const chosen = shown.find((template) => template.key === key) ?? shown[0];
  const shownName = name || (chosen ? (chosen.kind === "skeleton" ? chosen.name : words.copyName(chosen.name)) : "");
  const submit = () => {
    if (chosen) begin.mutate({ template: chosen.key, name: shownName.trim() }, { onSuccess: open });
  };
  return (
    <form className={classes.gallery} action={submit} aria-label={words.whichTemplate}>
      <AskBeforeLeaving isOn={!begin.isPending && name !== ""} />
      {KINDS.map((kind) => {
        const ones = shown.filter((template) => template.kind === kind);
        return ones.length > 0 ? (
          <fieldset key={kind} className={classes.kind}>
            <legend>{words.templateKinds[kind]}</legend>
            <div className={classes.cards}>
              {ones.map((template) => (
                <Card
                  key={template.key}
                  template={template}
                  isChosen={template.key === chosen?.key}
                  onChoose={() => setKey(template.key)}
                />
              ))}
            </div>
          </fieldset>
        ) : null;
      })}
      <div className={classes.foot}>
        <TextInput
          label={words.systemName}
          value={shownName}
          maxLength={200}
          onChange={(event) => setName(event.currentTarget.value)}
          error={begin.isError ? (asProblem(begin.error)?.of("name") ?? textOf(begin.error)) : null}
        />
        <Button type="submit" variant="filled" disabled={!chosen} loading={begin.isPending}>
          {words.begin}
        </Button>
      </div>
    </form>
  );
}

function Card({ template, isChosen, onChoose }: { template: Template; isChosen: boolean; onChoose: () => void }) {
  const workspace = useWorkspace().slug;
  const look = useComputedColorScheme("light");
  const about = useId();
  return (
    <div className={classes.card} data-chosen={isChosen || undefined}>
      <label>
        <input
          type="radio"
          name="template"
          value={template.key}
          checked={isChosen}
          onChange={onChoose}
          aria-label={template.name}
          aria-describedby={about}
        />
        <span className={classes.picture}>
          <img src={templatePicture(workspace, template, look)} alt={words.pictureOf(template.name)} loading="lazy" />
        </span>
        <strong>{template.name}</strong>
        <small id={about}>
          {template.purpose} {words.elementCount(template.elements)}.
        </small>
      </label>
      {template.kind === "saved" ? <Delete template={template} /> : null}
    </div>
  );
}

function Delete({ template }: { template: Template }) {
  const mayEdit = useMay("edit_system");
  const remove = useDeleteTemplate();
  const { remove: later } = useLaterRemoval((id) => remove.mutate(id));
  return mayEdit ? (
    <ActionIcon
      className={classes.delete}
      aria-label={words.deleteTemplate(template.name)}
      onClick={() => later(template.key, template.name)}
    >
      <IconTrash size={16} stroke={1.5} />
    </ActionIcon>
  ) : null;
}
