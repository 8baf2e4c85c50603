/** The fields that the filters of entries and of controls share. */
import { Select, TextInput } from "@mantine/core";
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

export function ReferenceField({ value, onChange }: FieldProps) {
  const ask = (text: string) => onChange(text.trim() || undefined);
  return (
    <TextInput
      aria-label={messages.catalogue.references}
      placeholder={words.referenceExample}
      key={value}
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
