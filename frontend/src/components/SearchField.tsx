/** Words to search for: asked a moment after the last key, and emptied where the filters are cleared elsewhere. */
import { TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";

const PAUSE_MILLISECONDS = 200;

interface SearchFieldProps {
  label: string;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

export function SearchField({ label, value, onChange }: SearchFieldProps) {
  const [text, setText] = useState(value ?? "");
  const [asked, setAsked] = useState(value);
  const [before, setBefore] = useState(value);
  if (before !== value) {
    setBefore(value);
    // Only what is cleared empties the field: what was asked a moment ago must not overwrite what is typed by now.
    if (value === undefined && asked !== undefined) {
      setAsked(undefined);
      setText("");
    }
  }
  const ask = useDebouncedCallback((words: string) => {
    const next = words.trim() || undefined;
    setAsked(next);
    onChange(next);
  }, PAUSE_MILLISECONDS);
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
