/** Choosing entries of the catalogue by their titles. */
import { MultiSelect } from "@mantine/core";
import { useEveryEntry } from "@/api/catalogue";
import { letterOf } from "@/lib/lens";
import { messages } from "@/lib/messages";

/** More cannot be read through; typing brings up the others. */
const MOST_SHOWN = 50;

interface EntryChoiceProps {
  chosen: string[];
  error: string | undefined;
  onChange: (slugs: string[]) => void;
}

export function EntryChoice({ chosen, error, onChange }: EntryChoiceProps) {
  const { data: entries = [] } = useEveryEntry();
  const known = entries.map(({ slug, source, title }) => ({ value: slug, label: `${letterOf(source)} · ${title}` }));
  const gone = chosen.filter((slug) => !entries.some((entry) => entry.slug === slug));
  return (
    <MultiSelect
      label={messages.controls.treats}
      description={messages.controls.treatsHint}
      required
      searchable
      limit={MOST_SHOWN}
      data={[...known, ...gone.map((slug) => ({ value: slug, label: slug }))]}
      value={chosen}
      onChange={onChange}
      error={error}
    />
  );
}
