/** A finding that somebody saw: its source comes first, because it decides everything else. */
import { Button, Radio, Select, Textarea } from "@mantine/core";
import { useState } from "react";
import { useRaiseFinding } from "@/api/findings";
import { useParts } from "@/api/parts";
import { asProblem } from "@/api/problems";
import { useNames } from "@/api/names";
import { useSystemScope } from "@/api/scope";
import type { Finding } from "@/api/types";
import { AskBeforeLeaving } from "@/components/AskBeforeLeaving";
import form from "@/components/form.module.css";
import { FieldProblems } from "@/components/ErrorPanel";
import { ORIGINS_OF, type Source, SOURCES } from "@/lib/lens";
import { messages } from "@/lib/messages";
import classes from "./findings.module.css";

const words = messages.findings;

export function NewFinding({ onRaised }: { onRaised: (finding: Finding) => void }) {
  const { system } = useSystemScope();
  const names = useNames();
  const flows = useParts("flows").data ?? [];
  const raise = useRaiseFinding();
  const [source, setSource] = useState<Source | null>(null);
  const [origin, setOrigin] = useState<string | null>(null);
  const [target, setTarget] = useState<string | null>(null);
  const [title, setTitle] = useState("");
  const [description, setDescription] = useState("");
  const problem = asProblem(raise.error);
  const typeOf = (id: string) => (id === system ? "system" : flows.some((flow) => flow.id === id) ? "flow" : "element");
  const submit = () => {
    if (!source || !origin || !target) return;
    const finding = {
      source,
      origin,
      target,
      target_type: typeOf(target),
      title: title.trim(),
      description: description.trim(),
    } as const;
    raise.mutate(finding, { onSuccess: onRaised });
  };
  return (
    <form className={form.form} action={submit}>
      <AskBeforeLeaving isOn={!raise.isPending && title + description !== ""} />
      <Radio.Group
        label={words.sourceQuestion}
        description={words.bothCanHappen}
        value={source}
        onChange={(value) => {
          setSource(value as Source);
          setOrigin(null);
        }}
      >
        <div className={classes.answers}>
          {SOURCES.map((one) => (
            <Radio key={one} size="xs" value={one} label={words.sourceAnswers[one]} />
          ))}
        </div>
      </Radio.Group>
      {source ? (
        <Select
          label={words.origin}
          required
          data={ORIGINS_OF[source].map((value) => ({
            value,
            label: messages.vocabulary.origins[value] ?? value,
          }))}
          value={origin}
          onChange={setOrigin}
          error={problem?.of("origin")}
        />
      ) : null}
      <Select
        label={words.where}
        required
        searchable
        data={[{ value: system, label: words.wholeSystem }, ...[...names].map(([value, label]) => ({ value, label }))]}
        value={target}
        onChange={setTarget}
        error={problem?.of("target")}
      />
      <Textarea
        label={words.what}
        description={words.whatHint}
        required
        maxLength={300}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
        error={problem?.of("title")}
      />
      <Textarea
        label={messages.suggestions.descriptionLabel}
        value={description}
        onChange={(event) => setDescription(event.currentTarget.value)}
      />
      <FieldProblems error={raise.error} />
      <div>
        <Button
          type="submit"
          variant="filled"
          disabled={!source || !origin || !target || !title.trim()}
          loading={raise.isPending}
        >
          {words.raise}
        </Button>
      </div>
    </form>
  );
}
