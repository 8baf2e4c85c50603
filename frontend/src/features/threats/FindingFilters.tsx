/** Search and filters over the register. */
import { Select } from "@mantine/core";
import type { ReactNode } from "react";
import type { FindingFilter } from "@/api/findings";
import { useNames } from "@/api/names";
import type { FindingStatus } from "@/api/types";
import { Choice } from "@/components/Choice";
import form from "@/components/form.module.css";
import { SearchField } from "@/components/SearchField";
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
  return (
    <div className={form.filters}>
      <SearchField label={words.search} value={filter.q} onChange={(q) => onChange({ ...filter, q })} />
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
