/** The references of a row while it is written. */
import { TagsInput } from "@mantine/core";
import { messages } from "@/lib/messages";

const words = messages.ownCatalogue;

interface ReferencesProps {
  references: string[];
  error: string | undefined;
  onChange: (references: string[]) => void;
}

export function References({ references, error, onChange }: ReferencesProps) {
  return (
    <TagsInput
      label={words.references}
      description={words.referencesHint}
      value={references}
      onChange={onChange}
      error={error}
    />
  );
}
