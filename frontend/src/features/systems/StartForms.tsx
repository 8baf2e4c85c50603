/** The forms behind "blank page" and "template". */
import { Button, Radio, Textarea, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { asProblem } from "@/api/problems";
import { useWorkspace } from "@/api/scope";
import { useCreateSystem, useImportSample, useSamples } from "@/api/systems";
import type { Sample, System } from "@/api/types";
import { AskBeforeLeaving } from "@/components/AskBeforeLeaving";
import form from "@/components/form.module.css";
import { Loaded } from "@/components/Loaded";
import { messages } from "@/lib/messages";

const words = messages.home;

function useOpenSystem() {
  const workspace = useWorkspace().slug;
  const navigate = useNavigate();
  return (system: System) =>
    void navigate({
      to: "/w/$workspace/systems/$system/picture",
      params: { workspace, system: system.id },
      search: { view: "outline" },
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

export function TemplateForm() {
  return <Loaded query={useSamples()}>{(samples) => <SampleForm samples={samples} />}</Loaded>;
}

function SampleForm({ samples }: { samples: Sample[] }) {
  const copy = useImportSample();
  const open = useOpenSystem();
  const [chosen, setChosen] = useState(samples[0]);
  const [name, setName] = useState("");
  const shownName = name || (chosen ? words.copyName(chosen.name) : "");
  const submit = () => {
    if (chosen) copy.mutate({ sample: chosen.key, name: shownName.trim() }, { onSuccess: open });
  };
  return (
    <form className={form.form} action={submit}>
      <AskBeforeLeaving isOn={!copy.isPending && name !== ""} />
      <Radio.Group
        value={chosen?.key ?? null}
        onChange={(key) => setChosen(samples.find((sample) => sample.key === key))}
        aria-label={words.whichTemplate}
      >
        <div className={form.form}>
          {samples.map((sample) => (
            <Radio
              key={sample.key}
              value={sample.key}
              label={sample.name}
              description={`${sample.purpose} ${words.elementCount(sample.elements)}.`}
            />
          ))}
        </div>
      </Radio.Group>
      <TextInput
        label={words.systemName}
        value={shownName}
        maxLength={200}
        onChange={(event) => setName(event.currentTarget.value)}
        error={asProblem(copy.error)?.of("name")}
      />
      <div>
        <Button type="submit" variant="filled" disabled={!chosen} loading={copy.isPending}>
          {words.makeCopy}
        </Button>
      </div>
    </form>
  );
}
