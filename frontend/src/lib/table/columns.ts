/** A table in words: every cell is a text, and its column says what a text stands for. */

/** Fields of a row as they are saved. Attributes and needs are merged name by name; null takes one away. */
export type Fields = Readonly<Record<string, unknown>>;
export type Reading = { fields: Fields } | { problem: string };

export interface Column<Row> {
  id: string;
  title: string;
  /** In pixels. */
  width: number;
  text(row: Row): string;
  /** What a text stands for. Absent where nobody writes. */
  read?(text: string): Reading;
  /** Whether a row with these fields has such a cell at all. */
  isFor?(fields: Fields): boolean;
  /** Where a text comes from that nobody wrote here. */
  note?(row: Row): string | undefined;
  /** How nothing is shown. */
  blank?: string;
  isNeeded?: boolean;
  choices?: readonly string[];
  /** Several choices at once, with semicolons between them. */
  isMany?: boolean;
  /** A text of several lines. */
  isLong?: boolean;
  isNumber?: boolean;
  /** Shown only to those who ask for it. */
  isExtra?: boolean;
}

export interface Edit {
  row: string;
  column: string;
  text: string;
  /** The version of the row when the writing began. */
  version?: number | undefined;
}

/** What a new row has to say, by column. */
export type Texts = Readonly<Record<string, string>>;

const isRecord = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export function merged(one: Fields, other: Fields): Fields {
  const all: Record<string, unknown> = { ...one };
  for (const [name, value] of Object.entries(other)) {
    const before = all[name];
    all[name] = isRecord(before) && isRecord(value) ? { ...before, ...value } : value;
  }
  return all;
}

export const hasCell = <Row extends object>(column: Column<Row>, row: Row): boolean =>
  column.isFor?.(row as unknown as Fields) !== false;

/** What a cell says, in the words that people see and copy; nothing where a row has no such cell. */
export const textOf = <Row extends object>(column: Column<Row>, row: Row): string =>
  hasCell(column, row) ? column.text(row) : "";

export interface Sorting {
  column: string;
  isDescending: boolean;
}

/** Rows whose shown words hold all that is asked for, sorted as asked. What says nothing comes last. */
export function arranged<Row extends object>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  query: string,
  sorting: Sorting | null,
): readonly Row[] {
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const isFound = (row: Row) => {
    const all = columns
      .map((column) => textOf(column, row))
      .join("\n")
      .toLocaleLowerCase();
    return words.every((word) => all.includes(word));
  };
  const found = words.length > 0 ? rows.filter(isFound) : rows;
  const column = columns.find(({ id }) => id === sorting?.column);
  if (!sorting || !column) return found;
  const order = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });
  const direction = sorting.isDescending ? -1 : 1;
  return found
    .map((row) => [textOf(column, row), row] as const)
    .toSorted(([one], [other]) =>
      one === "" || other === "" ? Number(one === "") - Number(other === "") : direction * order.compare(one, other),
    )
    .map(([, row]) => row);
}
