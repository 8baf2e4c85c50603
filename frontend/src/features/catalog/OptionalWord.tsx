/** A field for one word of the vocabulary that may also be left open. */
import { Select } from "@mantine/core";

interface OptionalWordProps {
  label: string;
  description?: string;
  /** What it says where nothing is chosen. */
  none: string;
  data: { value: string; label: string }[];
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

export function OptionalWord({ none, data, onChange, ...rest }: OptionalWordProps) {
  return <Select {...rest} data={[{ value: "", label: none }, ...data]} onChange={(value) => onChange(value ?? "")} />;
}
