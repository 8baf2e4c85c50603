/** The fields that the filters of entries and of controls share. */
import { Select, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { messages } from "@/lib/messages";
import { options } from "./options";

const words = messages.ownCatalogue;
const STANDINGS = [
  { value: "", label: words.anyStanding },
  ...options(words.standings),
  { value: "switched_off", label: words.switchedOff },
];

interface FieldProps {
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

/** Asks a moment after the last key. */
export function SearchField({ label, value, onChange }: FieldProps & { label: string }) {
  const [text, setText] = useState(value ?? "");
  const ask = useDebouncedCallback((q: string) => onChange(q.trim() || undefined), 200);
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={15} stroke={1.5} />}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        ask(event.currentTarget.value);
      }}
    />
  );
}

export function ReferenceField({ value, onChange }: FieldProps) {
  const ask = (text: string) => onChange(text.trim() || undefined);
  return (
    <TextInput
      aria-label={messages.catalogue.references}
      placeholder={words.referenceExample}
      defaultValue={value ?? ""}
      onBlur={(event) => ask(event.currentTarget.value)}
      onKeyDown={(event) => event.key === "Enter" && ask(event.currentTarget.value)}
      w={168}
    />
  );
}

export function StandingField({ value, onChange }: FieldProps) {
  return (
    <Select
      aria-label={words.anyStanding}
      data={STANDINGS}
      value={value ?? ""}
      onChange={(standing) => onChange(standing || undefined)}
      w={168}
    />
  );
}
