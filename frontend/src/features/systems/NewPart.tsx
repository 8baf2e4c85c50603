/** Adding an element, a flow, a boundary. */
import { Button, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { asProblem } from "@/api/problems";
import { useVocabulary } from "@/api/catalogue";
import { useCreatePart, useParts } from "@/api/parts";
import { AskBeforeLeaving } from "@/components/AskBeforeLeaving";
import form from "@/components/form.module.css";
import { messages } from "@/lib/messages";
import { TRUST } from "./BoundaryPanel";
import { kindOptions } from "./kindOptions";

const words = messages.picture;

export type PartToAdd = "element" | "flow" | "boundary";

interface NewPartProps {
  onAdded: (id: string) => void;
}

const FORMS = { element: NewElement, flow: NewFlow, boundary: NewBoundary };

export function NewPart({ part, onAdded }: NewPartProps & { part: PartToAdd }) {
  const Form = FORMS[part];
  return <Form onAdded={onAdded} />;
}

function NewElement({ onAdded }: NewPartProps) {
  const create = useCreatePart("elements");
  const vocabulary = useVocabulary().data;
  const boundaries = useParts("boundaries").data ?? [];
  const [name, setName] = useState("");
  const [kind, setKind] = useState<string | null>(null);
  const [boundary, setBoundary] = useState("");
  const problem = asProblem(create.error);
  const submit = () => {
    if (kind)
      create.mutate({ name: name.trim(), kind, boundary: boundary || null }, { onSuccess: ({ id }) => onAdded(id) });
  };
  return (
    <form className={form.form} action={submit}>
      <AskBeforeLeaving isOn={!create.isPending && name !== ""} />
      <Select
        autoFocus // eslint-disable-line jsx-a11y/no-autofocus -- the form has just been asked for
        label={words.kind}
        searchable
        required
        data={vocabulary ? kindOptions(vocabulary) : []}
        value={kind}
        description={kind ? vocabulary?.kinds[kind]?.meaning : undefined}
        onChange={setKind}
        error={problem?.of("kind")}
      />
      <TextInput
        label={messages.common.name}
        required
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={problem?.of("name")}
      />
      <Select
        label={words.boundary}
        data={[
          { value: "", label: words.noBoundary },
          ...boundaries.map((one) => ({ value: one.id, label: one.name })),
        ]}
        value={boundary}
        onChange={(value) => setBoundary(value ?? "")}
      />
      <Submit isReady={Boolean(kind && name.trim())} isBusy={create.isPending} />
    </form>
  );
}

function NewFlow({ onAdded }: NewPartProps) {
  const create = useCreatePart("flows");
  const ends = (useParts("elements").data ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const [name, setName] = useState("");
  const [source, setSource] = useState<string | null>(null);
  const [target, setTarget] = useState<string | null>(null);
  const problem = asProblem(create.error);
  const submit = () => {
    if (source && target) create.mutate({ name: name.trim(), source, target }, { onSuccess: ({ id }) => onAdded(id) });
  };
  return (
    <form className={form.form} action={submit}>
      <AskBeforeLeaving isOn={!create.isPending && name !== ""} />
      <Select
        autoFocus // eslint-disable-line jsx-a11y/no-autofocus -- the form has just been asked for
        label={words.source}
        searchable
        required
        data={ends}
        value={source}
        onChange={setSource}
        error={problem?.of("source")}
      />
      <Select
        label={words.target}
        searchable
        required
        data={ends}
        value={target}
        onChange={setTarget}
        error={problem?.of("target")}
      />
      <TextInput
        label={messages.common.name}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={problem?.of("name")}
      />
      <Submit isReady={Boolean(source && target)} isBusy={create.isPending} />
    </form>
  );
}

function NewBoundary({ onAdded }: NewPartProps) {
  const create = useCreatePart("boundaries");
  const [name, setName] = useState("");
  const [trust, setTrust] = useState("");
  const submit = () => create.mutate({ name: name.trim(), trust }, { onSuccess: ({ id }) => onAdded(id) });
  return (
    <form className={form.form} action={submit}>
      <AskBeforeLeaving isOn={!create.isPending && name !== ""} />
      <TextInput
        autoFocus // eslint-disable-line jsx-a11y/no-autofocus -- the form has just been asked for
        label={messages.common.name}
        required
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={asProblem(create.error)?.of("name")}
      />
      <Select label={words.trust} data={TRUST} value={trust} onChange={(value) => setTrust(value ?? "")} />
      <Submit isReady={Boolean(name.trim())} isBusy={create.isPending} />
    </form>
  );
}

function Submit({ isReady, isBusy }: { isReady: boolean; isBusy: boolean }) {
  return (
    <div>
      <Button type="submit" variant="filled" disabled={!isReady} loading={isBusy}>
        {messages.common.add}
      </Button>
    </div>
  );
}
