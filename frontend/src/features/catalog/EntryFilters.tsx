/** Search and filters over the entries. */
import { Select, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { type EntryFilter, useVocabulary } from "@/api/catalogue";
import { Choice } from "@/components/Choice";
import form from "@/components/form.module.css";
import { messages } from "@/lib/messages";

const words = messages.catalogue;
const LENSES = [
  { value: "", label: messages.findings.bothLenses },
  { value: "adversarial", label: messages.lens.threats },
  { value: "unintended", label: messages.lens.hazards },
];
const own = messages.ownCatalogue;
const STANDINGS = [
  { value: "", label: own.anyStanding },
  ...Object.entries(own.standings).map(([value, label]) => ({ value, label })),
  { value: "switched_off", label: own.switchedOff },
];
const FAMILIES = [
  { value: "", label: words.anyFamily },
  ...Object.entries(words.families).map(([value, label]) => ({ value, label })),
];

interface EntryFiltersProps {
  filter: EntryFilter;
  onChange: (filter: EntryFilter) => void;
}

export function EntryFilters({ filter, onChange }: EntryFiltersProps) {
  const { kinds = {}, properties = {} } = useVocabulary().data ?? {};
  const [text, setText] = useState(filter.q ?? "");
  const ask = useDebouncedCallback((q: string) => onChange({ ...filter, q: q.trim() || undefined }), 200);
  const put = (field: keyof EntryFilter) => (value: string | null) =>
    onChange({ ...filter, [field]: value || undefined });
  return (
    <div className={form.inline} style={{ marginBottom: 12 }}>
      <TextInput
        type="search"
        aria-label={words.search}
        placeholder={words.search}
        leftSection={<IconSearch size={15} stroke={1.5} />}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          ask(event.currentTarget.value);
        }}
      />
      <Choice label={messages.findings.lens} value={filter.source ?? ""} options={LENSES} onChange={put("source")} />
      <Select aria-label={words.family} data={FAMILIES} value={filter.family ?? ""} onChange={put("family")} w={150} />
      <Labelled label={words.appliesTo} any={words.anyKind} rows={kinds} value={filter.kind} onChange={put("kind")} />
      <Labelled
        label={own.harmed}
        any={own.anyProperty}
        rows={properties}
        value={filter.harms}
        onChange={put("harms")}
      />
      <TextInput
        aria-label={words.references}
        placeholder={own.referenceExample}
        defaultValue={filter.reference ?? ""}
        onBlur={(event) => put("reference")(event.currentTarget.value.trim())}
        onKeyDown={(event) => event.key === "Enter" && put("reference")(event.currentTarget.value.trim())}
        w={190}
      />
      <Select
        aria-label={own.anyStanding}
        data={STANDINGS}
        value={filter.standing ?? ""}
        onChange={put("standing")}
        w={170}
      />
    </div>
  );
}

interface LabelledProps {
  label: string;
  any: string;
  rows: Record<string, { label: string }>;
  value: string | undefined;
  onChange: (value: string | null) => void;
}

function Labelled({ label, any, rows, value, onChange }: LabelledProps) {
  const data = Object.entries(rows).map(([name, row]) => ({ value: name, label: row.label }));
  return (
    <Select
      aria-label={label}
      searchable
      data={[{ value: "", label: any }, ...data]}
      value={value ?? ""}
      onChange={onChange}
      w={190}
    />
  );
}
