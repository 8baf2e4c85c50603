/** What edits, new rows and a pasted block of cells do to a table, and what of them cannot be understood. */
import { makeId } from "@/lib/ids";
import { messages } from "@/lib/messages";
import { grouped } from "@/lib/records";
import { type Column, type Edit, type Fields, merged, type Texts, textOf } from "./columns";
import type { Block } from "./tabbed";

const words = messages.grid;
export const MOST_ROWS = 2_000;

export interface RowChange {
  id: string;
  isNew: boolean;
  /** The version that was seen when the writing began; that on the page now where it is left out. */
  version?: number | undefined;
  fields: Fields;
}

/** A deed that was done, in words, and the way back. */
export interface Noted {
  said: string;
  takeBack: () => void;
  takenBack: Promise<void>;
}

export interface CellProblem {
  /** The number of the row in what was pasted, from one; undefined where there is none. */
  number?: number | undefined;
  row: string;
  column: string;
  title: string;
  text: string;
  problem: string;
}

export interface Plan {
  changes: RowChange[];
  problems: CellProblem[];
}

interface NewRow {
  number?: number;
  texts: Texts;
}

export interface TableOf<Row> {
  columns: readonly Column<Row>[];
  /** The same columns once further rows have these names: new ones may lie in each other. */
  columnsWith?(more: readonly { id: string; name: string }[]): readonly Column<Row>[];
  /** By what a row that is there already is known again: a text that is the same for both. */
  keyOf(texts: (column: string) => string): string;
}

export interface Asked {
  edits: readonly (Edit & { number?: number })[];
  news: readonly NewRow[];
  /** What cannot be told apart already. */
  problems?: readonly CellProblem[];
}

/** Reads everything first; what cannot be understood is left out, and a new row without what it needs is left out whole. */
export function planOf<Row extends { id: string }>(
  table: TableOf<Row>,
  rows: readonly Row[],
  { edits, news, problems: found = [] }: Asked,
): Plan {
  const ids = news.map(() => makeId());
  const named = news.map(({ texts }, index) => ({ id: ids[index] ?? "", name: texts.name?.trim() ?? "" }));
  const all = table.columnsWith?.(named.filter(({ name }) => name)) ?? table.columns;
  const columns = new Map(all.map((column) => [column.id, column]));
  const known = new Map(rows.map((row) => [row.id, row]));
  const problems: CellProblem[] = [...found];
  const changes = new Map<string, Fields>();
  // Later cells of a row are for what earlier ones make of it.
  for (const { row, column: name, text, number } of edits) {
    const column = columns.get(name);
    const before = known.get(row);
    if (!column || !before || textOf(column, before) === text) continue;
    const soFar = changes.get(row) ?? {};
    const reading = readCell(column, text, merged(before as unknown as Fields, soFar));
    if ("problem" in reading) problems.push({ row, column: name, title: column.title, text, number, ...reading });
    else changes.set(row, merged(soFar, reading.fields));
  }
  const made = news.flatMap(({ texts, number }, index) => {
    const id = ids[index] ?? "";
    const read = readNew(id, all, texts, number);
    problems.push(...read.problems);
    return read.fields ? [{ id, isNew: true, fields: read.fields }] : [];
  });
  const changed = [...changes].map(([id, fields]) => ({ id, isNew: false, fields }));
  return { changes: [...made, ...changed], problems };
}

function readNew<Row>(
  id: string,
  columns: readonly Column<Row>[],
  texts: Texts,
  number?: number,
): { fields: Fields | null; problems: CellProblem[] } {
  let fields: Fields = {};
  let isWhole = true;
  const problems: CellProblem[] = [];
  // What a row needs says what else it can have.
  const ordered = [...columns.filter(({ isNeeded }) => isNeeded), ...columns.filter(({ isNeeded }) => !isNeeded)];
  for (const column of ordered) {
    const text = texts[column.id] ?? "";
    if (!column.read || (text.trim() === "" && !column.isNeeded)) continue;
    const reading = readCell(column, text, fields);
    if ("fields" in reading) fields = merged(fields, reading.fields);
    else {
      problems.push({ row: id, column: column.id, title: column.title, text, number, ...reading });
      isWhole &&= !column.isNeeded;
    }
  }
  return { fields: isWhole ? fields : null, problems };
}

function readCell<Row>(column: Column<Row>, text: string, fields: Fields) {
  if (!column.read) return { problem: words.isReadOnly };
  // Until the kind of a new row is known, everything may fit.
  if (column.isFor?.(fields) === false) return text.trim() === "" ? { fields: {} } : { problem: words.isNotForThis };
  return column.read(text);
}

/** The columns that the first row of a block names; null where it names cells and not columns. */
export function headOf<Row>(block: Block, columns: readonly Column<Row>[]): (Column<Row> | undefined)[] | null {
  const byTitle = new Map(columns.flatMap((column) => [column.id, column.title].map((name) => [keyOf(name), column])));
  const first = (block[0] ?? []).map(keyOf);
  const found = first.map((title) => byTitle.get(title));
  const named = first.filter(Boolean).length;
  const isHead = found.some((column) => column?.isNeeded) && found.filter(Boolean).length * 2 > named;
  return isHead && block.length > 1 && new Set(found.filter(Boolean)).size === found.filter(Boolean).length
    ? found
    : null;
}

const keyOf = (text: string): string =>
  text
    .trim()
    .toLocaleLowerCase()
    .replaceAll(/[\s_-]+/g, " ");

interface Place {
  /** In the rows as they are shown; their number for the row below the last. */
  row: number;
  column: number;
}

/**
 * A block with a head changes the rows that it names and adds the others; empty cells of it say nothing. A block without
 * one goes into the cells from a place on, as in a spreadsheet, and past the last row it adds.
 */
export function pasteOf<Row extends { id: string }>(
  table: TableOf<Row>,
  shown: { rows: readonly Row[]; columns: readonly Column<Row>[] },
  all: readonly Row[],
  block: Block,
  place: Place,
): Asked {
  const head = headOf(block, table.columns);
  if (head) {
    const titleOf = (number: number) => block[0]?.[number - 1]?.trim() || words.columnNumber(number);
    const asked = namedPaste(table, all, block.slice(1), head);
    const problems = placeless(block.slice(1), (at) => head[at] !== undefined, 2, titleOf);
    return { ...asked, problems: [...problems, ...(asked.problems ?? [])] };
  }
  const edits: Asked["edits"][number][] = [];
  const news: NewRow[] = [];
  block.forEach((cells, index) => {
    const row = shown.rows[place.row + index];
    const texts: Record<string, string> = {};
    cells.forEach((text, offset) => {
      const column = shown.columns[place.column + offset];
      if (!column) return;
      if (!row) texts[column.id] = text;
      else if (column.read) edits.push({ row: row.id, column: column.id, text, number: index + 1 });
    });
    if (!row && Object.values(texts).some((text) => text.trim())) news.push({ number: index + 1, texts });
  });
  const problems = placeless(block, (at) => shown.columns[place.column + at] !== undefined, 1, words.columnNumber);
  return { edits, news, problems };
}

/** What of a block has no column to go to: the first that says something in each of its columns. */
function placeless(
  block: Block,
  hasPlace: (at: number) => boolean,
  firstRow: number,
  titleOf: (number: number) => string,
): CellProblem[] {
  const found = new Map<number, CellProblem>();
  block.forEach((cells, index) =>
    cells.forEach((text, at) => {
      if (text.trim() === "" || hasPlace(at) || found.has(at)) return;
      const column = String(at);
      const title = titleOf(at + 1);
      found.set(at, { number: index + firstRow, row: "", column, title, text, problem: words.hasNoColumn });
    }),
  );
  return [...found.values()];
}

function namedPaste<Row extends { id: string }>(
  table: TableOf<Row>,
  all: readonly Row[],
  block: Block,
  head: readonly (Column<Row> | undefined)[],
): Asked {
  const byId = new Map(table.columns.map((column) => [column.id, column]));
  const keyOfRow = (row: Row) =>
    keyOf(
      table.keyOf((name) => {
        const column = byId.get(name);
        return column ? textOf(column, row) : "";
      }),
    );
  const known = grouped(all, keyOfRow);
  const given = block.flatMap((cells, index) => {
    const texts: Record<string, string> = {};
    head.forEach((column, at) => {
      const text = cells[at] ?? "";
      if (column?.read && text.trim()) texts[column.id] = text;
    });
    if (Object.keys(texts).length === 0) return [];
    return [{ texts, number: index + 2, key: keyOf(table.keyOf((name) => texts[name] ?? "")) }];
  });
  const counts = grouped(given, ({ key }) => key);
  const asked = { edits: [] as Asked["edits"][number][], news: [] as NewRow[], problems: [] as CellProblem[] };
  for (const { texts, number, key } of given) {
    const [row, another] = known.get(key) ?? [];
    const problem = another ? words.severalOfName : counts.get(key)?.[1] ? words.pastedTwice : undefined;
    if (!row) asked.news.push({ number, texts });
    else if (problem) {
      const [first] = table.columns;
      const column = { column: first?.id ?? "", title: first?.title ?? "" };
      asked.problems.push({ ...column, number, row: `${row.id} ${number}`, text: texts[column.column] ?? "", problem });
    } else for (const [column, text] of Object.entries(texts)) asked.edits.push({ row: row.id, column, text, number });
  }
  return asked;
}
