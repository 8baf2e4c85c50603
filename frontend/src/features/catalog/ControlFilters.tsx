/** Search and filters over the controls. */
import { Select } from "@mantine/core";
import type { ControlFilter } from "@/api/catalogue";
import form from "@/components/form.module.css";
import { SearchField } from "@/components/SearchField";
import { messages } from "@/lib/messages";
import { ReferenceField, StandingField } from "./filterFields";
import { options } from "./options";

const words = messages.controls;

interface ControlFiltersProps {
  filter: ControlFilter;
  onChange: (filter: ControlFilter) => void;
}

export function ControlFilters({ filter, onChange }: ControlFiltersProps) {
  const put = (fields: Partial<ControlFilter>) => onChange({ ...filter, ...fields });
  const chosen = (field: "function" | "kind" | "hurts", label: string, any: string, labels: Record<string, string>) => (
    <Select
      aria-label={label}
      data={[{ value: "", label: any }, ...options(labels)]}
      value={filter[field] ?? ""}
      onChange={(value) => put({ [field]: value || undefined })}
      w={168}
    />
  );
  return (
    <div className={form.filters}>
      <SearchField label={words.search} value={filter.q} onChange={(q) => put({ q })} />
      {chosen("function", words.function, words.anyFunction, words.functions)}
      {chosen("kind", words.kind, words.anyKind, words.kinds)}
      {chosen("hurts", words.hurts, words.anyEffect, words.hurting)}
      <ReferenceField value={filter.reference} onChange={(reference) => put({ reference })} />
      <StandingField value={filter.standing} onChange={(standing) => put({ standing })} />
    </div>
  );
}
