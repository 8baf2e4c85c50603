/** What differs between two states of a row, field by field. */
import type { FieldDifference } from "@/api/knowledge";
import { Rows } from "@/components/Rows";
import { messages } from "@/lib/messages";
import { fieldLabel } from "@/lib/vocabulary";
import classes from "./differences.module.css";

const words = messages.ownCatalogue;
const COLUMNS = [{ title: words.field }, { title: words.before }, { title: words.after }];

export function FieldDifferences({ fields, label }: { fields: readonly FieldDifference[]; label: string }) {
  return (
    <div className={classes.fields}>
      <Rows columns={COLUMNS} label={label}>
        {fields.map(({ field, before, after }) => (
          <tr key={field}>
            <td>{fieldLabel(field)}</td>
            <td>{shown(before)}</td>
            <td>{shown(after)}</td>
          </tr>
        ))}
      </Rows>
    </div>
  );
}

/** Texts as they are, lists with commas, and what has parts as its parts with their names. */
export function shown(value: unknown): string {
  if (value === null || value === undefined || value === "") return words.nothing;
  if (typeof value === "boolean") return value ? messages.common.yes : messages.common.no;
  if (Array.isArray(value)) {
    const between = value.some((one) => typeof one === "object") ? "; " : ", ";
    return value.map(shown).join(between) || words.nothing;
  }
  if (typeof value !== "object") return String(value);
  return Object.entries(value)
    .map(([name, part]) => words.part(fieldLabel(name), shown(part)))
    .join(", ");
}
