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
const FAMILIES = [
  { value: "", label: words.anyFamily },
  ...Object.entries(words.families).map(([value, label]) => ({ value, label })),
];

interface EntryFiltersProps {
  filter: EntryFilter;
  onChange: (filter: EntryFilter) => void;
}

export function EntryFilters({ filter, onChange }: EntryFiltersProps) {
  const kinds = useVocabulary().data?.kinds ?? {};
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
      <Select
        aria-label={words.appliesTo}
        searchable
        data={[
          { value: "", label: words.anyKind },
          ...Object.entries(kinds).map(([value, kind]) => ({ value, label: kind.label })),
        ]}
        value={filter.kind ?? ""}
        onChange={put("kind")}
        w={220}
      />
    </div>
  );
}
