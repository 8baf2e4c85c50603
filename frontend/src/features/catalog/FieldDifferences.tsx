/** What differs between two states of a row, field by field. */
import type { FieldDifference } from "@/api/knowledge";
import { Rows } from "@/components/Rows";
import { messages } from "@/lib/messages";
import { wordsOf } from "@/lib/text";
import classes from "./differences.module.css";

const words = messages.ownCatalogue;
const COLUMNS = [{ title: words.field }, { title: words.before }, { title: words.after }];

export function FieldDifferences({ fields, label }: { fields: readonly FieldDifference[]; label: string }) {
  return (
    <div className={classes.fields}>
      <Rows columns={COLUMNS} label={label}>
        {fields.map(({ field, before, after }) => (
          <tr key={field}>
            <td>{wordsOf(field)}</td>
            <td>{shown(before)}</td>
            <td>{shown(after)}</td>
          </tr>
        ))}
      </Rows>
    </div>
  );
}

/** Texts as they are, lists of words with commas, and what has parts in the form of the files. */
export function shown(value: unknown): string {
  if (value === null || value === undefined || value === "") return words.nothing;
  if (typeof value === "string") return value;
  if (Array.isArray(value) && value.every((one) => typeof one === "string")) return value.join(", ") || words.nothing;
  return JSON.stringify(value);
}
