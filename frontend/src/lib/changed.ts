/** What an event says of one row that was changed, taken apart so that each language can put it in a sentence. */
import { isId } from "./ids";
import { wordsOf } from "./text";

export interface ChangedRow {
  name: string;
  /** The name before, where it is another now. */
  before: string | undefined;
  /** All other fields, with what they were and are where that is short. */
  fields: readonly { field: string; values: readonly [unknown, unknown] | undefined }[];
}

const LONGEST = 40;

export function changedRow(row: { name?: unknown; changes?: unknown }): ChangedRow {
  const pairs = Object.entries(row.changes ?? {}).filter(
    (pair): pair is [string, [unknown, unknown]] => Array.isArray(pair[1]) && pair[1].length === 2,
  );
  const renamed = pairs.find(([field]) => field === "name")?.[1];
  return {
    name: String(renamed?.[1] ?? row.name ?? ""),
    before: renamed && String(renamed[0] ?? ""),
    fields: pairs
      .filter(([field]) => field !== "name")
      .map(([field, values]) => ({ field, values: values.every(isShort) ? values : undefined })),
  };
}

/** A short value as a word; `words` says what has no word of its own. */
export function valueSaid(value: unknown, words: { yes: string; no: string; nothing: string }): string {
  if (value === true) return words.yes;
  if (value === false) return words.no;
  return typeof value === "string" && value !== "" ? wordsOf(value).toLowerCase() : words.nothing;
}

function isShort(value: unknown): boolean {
  if (typeof value === "string") return value.length <= LONGEST && !isId(value);
  return value === null || typeof value === "boolean";
}
