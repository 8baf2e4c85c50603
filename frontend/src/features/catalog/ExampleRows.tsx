/** Public incidents of an entry while it is written: what each is called, and where it is written down. */
import { ActionIcon, Button, TextInput } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import type { Example } from "@/api/knowledge";
import form from "@/components/form.module.css";
import { messages } from "@/lib/messages";
import classes from "./differences.module.css";

const words = messages.ownCatalogue;

interface ExampleRowsProps {
  examples: Example[];
  problemOf: (path: string) => string | undefined;
  onChange: (examples: Example[]) => void;
}

export function ExampleRows({ examples, problemOf, onChange }: ExampleRowsProps) {
  const field = (index: number, example: Example, name: keyof Example, label: string) => (
    <TextInput
      label={label}
      required
      value={example[name]}
      onChange={(event) => onChange(examples.with(index, { ...example, [name]: event.currentTarget.value }))}
      error={problemOf(`examples[${index}].${name}`)}
    />
  );
  return (
    <fieldset className={classes.group}>
      <legend>{messages.catalogue.examples}</legend>
      <p className={form.note}>{words.examplesHint}</p>
      {examples.map((example, index) => (
        <div key={`${index} of ${examples.length}`} className={classes.condition}>
          {field(index, example, "name", words.exampleName)}
          {field(index, example, "source", words.exampleSource)}
          <ActionIcon aria-label={words.removeExample} onClick={() => onChange(examples.toSpliced(index, 1))}>
            <IconX size={16} stroke={1.5} />
          </ActionIcon>
        </div>
      ))}
      <Button onClick={() => onChange([...examples, { name: "", source: "" }])}>{words.addExample}</Button>
    </fieldset>
  );
}
