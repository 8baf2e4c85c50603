/** Search and filters over the entries. */
import { Select } from "@mantine/core";
import { type EntryFilter, useVocabulary } from "@/api/catalogue";
import { Choice } from "@/components/Choice";
import form from "@/components/form.module.css";
import { SearchField } from "@/components/SearchField";
import type { Source } from "@/lib/lens";
import { messages } from "@/lib/messages";
import { ReferenceField, StandingField } from "./filterFields";
import { labelled, options } from "./options";

const words = messages.catalogue;
const LENSES = [
  { value: "", label: messages.findings.bothLenses },
  { value: "adversarial", label: messages.lens.threats },
  { value: "unintended", label: messages.lens.hazards },
];
const own = messages.ownCatalogue;
const FAMILIES = [{ value: "", label: words.anyFamily }, ...options(words.families)];

interface EntryFiltersProps {
  filter: EntryFilter;
  onChange: (filter: EntryFilter) => void;
}

export function EntryFilters({ filter, onChange }: EntryFiltersProps) {
  const { kinds = {}, properties = {} } = useVocabulary().data ?? {};
  const put = (fields: Partial<EntryFilter>) => onChange({ ...filter, ...fields });
  return (
    <div className={`${form.filters} ${form.many}`}>
      <SearchField label={words.search} value={filter.q} onChange={(q) => put({ q })} />
      <Choice
        label={messages.findings.lens}
        value={filter.source ?? ""}
        options={LENSES}
        onChange={(source) => put({ source: (source || undefined) as Source | undefined })}
      />
      <Select
        aria-label={words.family}
        data={FAMILIES}
        value={filter.family ?? ""}
        onChange={(family) => put({ family: family || undefined })}
        w={150}
      />
      <Labelled
        label={words.appliesTo}
        any={words.anyKind}
        rows={kinds}
        value={filter.kind}
        onChange={(kind) => put({ kind })}
      />
      <Labelled
        label={own.harmed}
        any={own.anyProperty}
        rows={properties}
        value={filter.harms}
        onChange={(harms) => put({ harms })}
      />
      <ReferenceField value={filter.reference} onChange={(reference) => put({ reference })} />
      <StandingField value={filter.standing} onChange={(standing) => put({ standing })} />
    </div>
  );
}

interface LabelledProps {
  label: string;
  any: string;
  rows: Record<string, { label: string }>;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

function Labelled({ label, any, rows, value, onChange }: LabelledProps) {
  return (
    <Select
      aria-label={label}
      searchable
      data={[{ value: "", label: any }, ...labelled(rows)]}
      value={value ?? ""}
      onChange={(chosen) => onChange(chosen || undefined)}
      w={190}
    />
  );
}
