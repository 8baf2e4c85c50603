/** A question with a few exclusive answers, one of which may be "unknown". */
import { SegmentedControl } from "@mantine/core";

interface ChoiceProps {
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
  isDisabled?: boolean;
}

export function Choice({ label, value, options, onChange, isDisabled = false }: ChoiceProps) {
  return (
    <SegmentedControl
      size="xs"
      aria-label={label}
      value={value}
      data={[...options]}
      onChange={onChange}
      disabled={isDisabled}
      transitionDuration={120}
    />
  );
}
