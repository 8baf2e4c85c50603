/** The parts of an entry that are words of the vocabulary: source, origin, family, kinds, properties, stages. */
import { MultiSelect, Select } from "@mantine/core";
import { useVocabulary } from "@/api/catalogue";
import form from "@/components/form.module.css";
import { ORIGINS_OF, type Source, SOURCES } from "@/lib/lens";
import { messages } from "@/lib/messages";
import { wordsOf } from "@/lib/text";
import type { EntryDraft } from "./entryDraft";
import { OptionalWord } from "./OptionalWord";
import { labelled, options } from "./options";
import { References } from "./References";

const words = messages.ownCatalogue;
const { origins, stages } = messages.vocabulary;

interface EntryWordsProps {
  draft: EntryDraft;
  isNew: boolean;
  problemOf: (field: string) => string | undefined;
  onChange: (fields: Partial<EntryDraft>) => void;
}

export function EntryWords({ draft, isNew, problemOf, onChange }: EntryWordsProps) {
  const { kinds = {}, properties = {}, disturbances = {}, lifecycle_stages = [] } = useVocabulary().data ?? {};
  const originOptions = ORIGINS_OF[draft.source].map((value) => ({ value, label: origins[value] ?? value }));
  const setSource = (source: string | null) => {
    const next = (source ?? draft.source) as Source;
    onChange({ source: next, origin: ORIGINS_OF[next][0] ?? "" });
  };
  return (
    <>
      <div className={`${form.inline} ${form.even}`}>
        {isNew ? (
          <Select
            label={messages.findings.lens}
            data={SOURCES.map((source) => ({ value: source, label: messages.lens.ofSource[source] }))}
            value={draft.source}
            onChange={setSource}
          />
        ) : null}
        <Select
          label={messages.findings.origin}
          data={originOptions}
          value={draft.origin}
          onChange={(origin) => onChange({ origin: origin ?? draft.origin })}
          error={problemOf("origin")}
        />
        <Select
          label={messages.catalogue.family}
          data={options(messages.catalogue.families)}
          value={draft.family}
          onChange={(family) => onChange({ family: family ?? draft.family })}
        />
      </div>
      <MultiSelect
        label={words.kinds}
        withAsterisk
        searchable
        data={[...labelled(kinds), ...options(messages.catalogue.otherTargets)]}
        value={draft.kinds}
        onChange={(chosen) => onChange({ kinds: chosen })}
        error={problemOf("kinds")}
      />
      <MultiSelect
        label={messages.catalogue.harms}
        withAsterisk
        searchable
        data={labelled(properties)}
        value={draft.harms}
        onChange={(harms) => onChange({ harms })}
        error={problemOf("harms")}
      />
      <OptionalWord
        label={messages.catalogue.disturbance}
        none={words.optional}
        data={Object.entries(disturbances).map(([value, { label, natural, hostile }]) => ({
          value,
          label: messages.suggestions.disturbance(label, draft.source === "adversarial" ? hostile : natural),
        }))}
        value={draft.disturbance}
        error={problemOf("disturbance")}
        onChange={(disturbance) => onChange({ disturbance })}
      />
      <MultiSelect
        label={messages.catalogue.stages}
        withAsterisk
        searchable
        data={lifecycle_stages.map((value) => ({ value, label: stages[value] ?? wordsOf(value) }))}
        value={draft.stages}
        onChange={(chosen) => onChange({ stages: chosen })}
        error={problemOf("stages")}
      />
      <References
        references={draft.references}
        error={problemOf("references")}
        onChange={(references) => onChange({ references })}
      />
    </>
  );
}
