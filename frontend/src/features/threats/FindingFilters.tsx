/** Search and filters over the register. */
import { Select, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import type { FindingFilter } from "@/api/findings";
import { useNames } from "@/api/names";
import type { FindingStatus } from "@/api/types";
import { Choice } from "@/components/Choice";
import form from "@/components/form.module.css";
import type { Source } from "@/lib/lens";
import { messages } from "@/lib/messages";

const words = messages.findings;
const LENSES = [
  { value: "", label: words.bothLenses },
  { value: "adversarial", label: messages.lens.threats },
  { value: "unintended", label: messages.lens.hazards },
];
const STATUSES = [
  { value: "", label: words.anyStatus },
  ...Object.entries(words.statuses).map(([value, label]) => ({ value, label })),
];

interface FindingFiltersProps {
  filter: FindingFilter;
  onChange: (filter: FindingFilter) => void;
  /** What else stands in the row. */
  children?: ReactNode;
}

export function FindingFilters({ filter, onChange, children }: FindingFiltersProps) {
  const names = useNames();
  const [text, setText] = useState(filter.q ?? "");
  const ask = useDebouncedCallback((q: string) => onChange({ ...filter, q: q.trim() || undefined }), 200);
  return (
    <div className={form.filters}>
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
      <Choice
        label={words.lens}
        value={filter.source ?? ""}
        options={LENSES}
        onChange={(source) => onChange({ ...filter, source: (source || undefined) as Source | undefined })}
      />
      <Select
        aria-label={words.status}
        data={STATUSES}
        value={filter.status ?? ""}
        onChange={(status) => onChange({ ...filter, status: (status || undefined) as FindingStatus | undefined })}
        w={150}
      />
      <Select
        aria-label={words.target}
        searchable
        data={[
          { value: "", label: messages.suggestions.anyElement },
          ...[...names].map(([value, label]) => ({ value, label })),
        ]}
        value={filter.target ?? ""}
        onChange={(target) => onChange({ ...filter, target: target || undefined })}
        w={190}
      />
      {children}
    </div>
  );
}
