/** What people do in a table, from cells and ranges to changes of rows that are saved as one deed. */
import { useEffect, useRef, useState } from "react";
import { showToast } from "@/components/toasts";
import { messages } from "@/lib/messages";
import { type Column, type Edit, hasCell, type Texts, textOf } from "@/lib/table/columns";
import { makeId } from "@/lib/ids";
import {
  type Asked,
  headOf,
  MOST_ROWS,
  type Noted,
  pasteOf,
  type Plan,
  planOf,
  type RowChange,
  type TableOf,
} from "@/lib/table/planning";
import { readTabbed, tabbedOf } from "@/lib/table/tabbed";
import { cellKey, type GridDeeds, NEW, type Outcome, type Refused } from "./types";
import type { Range } from "./walking";

const words = messages.grid;
const MOST_TEXT = 5_000_000;
const NO_TEXTS: Texts = {};

export async function note(doing: Promise<Noted | null>): Promise<void> {
  const done = await doing;
  if (done) showToast(done.said, done.takeBack, done.takenBack);
}

export interface TableHandlers<Row> {
  nameOf: (row: Row) => string;
  /** "20 new elements". */
  countOfNew: (count: number) => string;
  /** Shows the changes at once and saves them as one deed. */
  save: (said: string, changes: readonly RowChange[]) => Promise<Noted | null>;
  /** Keeps texts that stand for nothing, where all is that could not be saved. */
  hold: (said: string, texts: RowChange, reason: string) => void;
  /** Null for what was refused, which is told elsewhere. */
  remove: (ids: readonly string[]) => Promise<Noted | null>;
  duplicate: (ids: readonly string[]) => Promise<Noted | null>;
  open: (id: string) => void;
  /** What a new row begins with, from the row in focus. */
  startFrom?: (row: Row) => Texts;
}

interface Shown<Row> {
  table: TableOf<Row>;
  all: readonly Row[];
  rows: readonly Row[];
  columns: readonly Column<Row>[];
}

export interface Pasting {
  title: string;
  plan: Plan;
}

export function useTableDeeds<Row extends { id: string }>(
  { table, all, rows, columns }: Shown<Row>,
  handlers: TableHandlers<Row>,
  sort: (column: string) => string,
  onAdded: () => void,
) {
  const [draft, setDraft] = useState<Texts>(NO_TEXTS);
  const [refused, setRefused] = useState<ReadonlyMap<string, Refused>>(new Map());
  const [pasting, setPasting] = useState<Pasting | null>(null);
  const [said, setSaid] = useState("");
  /** The rows as they are when a cell has gone; null once the table has. */
  const shown = useRef<readonly Row[] | null>(null);
  useEffect(() => {
    shown.current = rows;
  });
  useEffect(() => () => void (shown.current = null), []);
  // The same words twice are read twice only when they differ.
  const say = (text: string) => setSaid((before) => (before === text ? `${text}\u00a0` : text));
  const byId = new Map(columns.map((column) => [column.id, column]));
  const refuse = (edit: Edit, problem: string) => {
    const { row, column, text } = edit;
    const said = messages.deeds.changed(nameOf(row));
    setRefused((before) => new Map([...before, [cellKey(row, column), { ...edit, said, problem }]]));
    say(`${words.refused(text, problem)} ${words.keepMine}`);
  };
  const letGo = (key: string) => setRefused((before) => new Map([...before].filter(([one]) => one !== key)));
  const nameOf = (id: string) => {
    const row = all.find((one) => one.id === id);
    return row ? handlers.nameOf(row) : "";
  };
  // A text whose row has gone has no cell any more.
  const [marked, homeless] = [true, false].map((isThere) =>
    [...refused.values()].filter(({ row }) => all.some(({ id }) => id === row) === isThere),
  ) as [Refused[], Refused[]];
  const held = useRef(new WeakSet<Refused>());
  useEffect(() => {
    for (const mark of homeless) {
      if (held.current.has(mark)) continue;
      held.current.add(mark);
      handlers.hold(mark.said, { id: mark.row, isNew: false, fields: { [mark.column]: mark.text } }, mark.problem);
    }
  });

  const idsIn = ({ top, bottom }: Range) => rows.slice(top, bottom + 1).map(({ id }) => id);
  const cellsIn = ({ top, bottom, first, last }: Range) =>
    rows.slice(top, bottom + 1).flatMap((row) => columns.slice(first, last + 1).map((column) => ({ row, column })));

  const saveEdits = (what: (count: number) => string, edits: readonly Edit[]) => {
    const plan = planOf(table, all, { edits, news: [] });
    if (plan.problems.length > 0) setPasting({ title: words.pasteTitle(words.counted(plan.problems.length)), plan });
    else if (plan.changes.length === 0) say(words.unchanged);
    else void note(handlers.save(what(edits.length), plan.changes));
  };

  const writeNew = (column: string, text: string, isLeft: boolean): Outcome => {
    const reading = text.trim() ? byId.get(column)?.read?.(text) : undefined;
    if (reading && "problem" in reading && !isLeft) return { problem: reading.problem };
    const texts = { ...draft, [column]: text };
    setDraft(texts);
    const missing = columns.find((one) => one.isNeeded && !texts[one.id]?.trim());
    if (isLeft) return {};
    if (missing) return texts[column]?.trim() ? { goTo: { row: NEW, column: missing.id } } : {};
    const plan = planOf(table, all, { edits: [], news: [{ texts }] });
    const [problem] = plan.problems;
    if (problem) return { problem: `${problem.title}: ${problem.problem}` };
    setDraft(NO_TEXTS);
    onAdded();
    const [made] = plan.changes;
    const name = made ? handlers.nameOf(made.fields as unknown as Row) : "";
    say(words.rowAdded(name || words.newRow));
    void handlers.save(messages.deeds.added(name), plan.changes);
    return { goTo: { row: NEW, column: columns[0]?.id ?? "" } };
  };

  /** `isLeft` where the person has gone on already, and a problem cannot be asked about. */
  const write = ({ row, column, text, version }: Edit, isLeft: boolean): Outcome => {
    if (row === NEW) return writeNew(column, text, isLeft);
    const plan = planOf(table, all, { edits: [{ row, column, text }], news: [] });
    const [problem] = plan.problems;
    const key = cellKey(row, column);
    if (problem && !isLeft) return { problem: problem.problem };
    letGo(key);
    if (problem) refuse({ row, column, text }, problem.problem);
    else if (plan.changes.length > 0) {
      say(words.saved(text));
      void handlers.save(messages.deeds.changed(nameOf(row)), asOf(version, plan));
    }
    return {};
  };

  const leave = (edit: Edit, isPage: boolean): void => {
    const { row, column, text, version } = edit;
    const isNew = row === NEW;
    const isHere = isNew ? shown.current : shown.current?.some(({ id }) => id === row);
    if (isHere && !isPage) return void write(edit, true);
    const texts = isNew ? { ...draft, [column]: text } : { [column]: text };
    if (isNew && !Object.values(texts).some((one) => one.trim())) return;
    const name = isNew ? messages.deeds.added(texts[columns[0]?.id ?? ""] ?? "") : messages.deeds.changed(nameOf(row));
    const plan = planOf(
      table,
      all,
      isNew ? { edits: [], news: [{ texts }] } : { edits: [{ row, column, text }], news: [] },
    );
    const [problem] = plan.problems;
    if (isNew) setDraft(NO_TEXTS);
    if (problem) {
      const id = isNew ? makeId() : row;
      handlers.hold(name, { id, isNew, fields: texts }, `${problem.title}: ${problem.problem}`);
    } else if (plan.changes.length > 0) void handlers.save(name, asOf(version, plan));
  };

  const paste = (asked: Asked) => {
    const plan = planOf(table, all, asked);
    const added = plan.changes.filter(({ isNew }) => isNew).length;
    const what = words.pasted(
      new Set(plan.changes.map(({ id }) => id)).size,
      added > 0 ? handlers.countOfNew(added) : "",
      plan.changes.length - added,
    );
    if (plan.problems.length > 0) setPasting({ title: plan.changes.length > 0 ? what : words.pasteTitle(""), plan });
    else if (plan.changes.length === 0) say(words.unchanged);
    else {
      onAdded();
      void note(handlers.save(what, plan.changes));
    }
  };

  const deeds: GridDeeds = {
    write: (edit) => write(edit, false),
    leave,
    say,
    letGo: (row, column) => {
      const key = cellKey(row, column);
      if (row === NEW && Object.values(draft).some(Boolean)) setDraft(NO_TEXTS);
      else if (refused.has(key)) letGo(key);
      else return false;
      say(words.letGo);
      return true;
    },
    clear: (range, isWholeRows) => {
      const ids = idsIn(range);
      if (range.bottom >= rows.length) setDraft(NO_TEXTS);
      if (isWholeRows && ids.length > 0) return void note(handlers.remove(ids));
      const edits = cellsIn(range).flatMap(({ row, column }) => {
        const reading = hasCell(column, row) && column.text(row) !== "" ? column.read?.("") : undefined;
        return reading && "fields" in reading ? [{ row: row.id, column: column.id, text: "" }] : [];
      });
      if (edits.length > 0) saveEdits(words.cleared, edits);
      else if (ids.length > 0) say(words.nothingToClear);
    },
    fill: ({ top, bottom, first, last }) => {
      const from = top === bottom ? top - 1 : top;
      const source = rows[from];
      if (!source) return;
      const edits = cellsIn({ top: from + 1, bottom, first, last })
        .filter(({ row, column }) => column.read && hasCell(column, row))
        .map(({ row, column }) => ({ row: row.id, column: column.id, text: textOf(column, source) }));
      if (edits.length > 0) saveEdits(words.filled, edits);
    },
    copy: (range) => {
      const { top, bottom, first, last } = range;
      say(words.copied((Math.min(bottom, rows.length - 1) - top + 1) * (last - first + 1)));
      return tabbedOf(
        rows.slice(top, bottom + 1).map((row) => columns.slice(first, last + 1).map((column) => textOf(column, row))),
      );
    },
    paste: (text, range) => {
      if (text.length > MOST_TEXT) return showToast(words.tooLarge);
      const block = readTabbed(text);
      if (block.length === 0) return say(words.nothingToPaste);
      const count = block.length - (headOf(block, columns) ? 1 : 0);
      if (count > MOST_ROWS) return showToast(words.tooManyRows(count, MOST_ROWS));
      const [single] = block.length === 1 && block[0]?.length === 1 ? block[0] : [];
      if (single !== undefined && range.top < rows.length) {
        const edits = cellsIn(range).filter(({ column }) => column.read);
        paste({ edits: edits.map(({ row, column }) => ({ row: row.id, column: column.id, text: single })), news: [] });
      } else paste(pasteOf(table, { rows, columns }, all, block, { row: range.top, column: range.first }));
    },
    duplicate: (range) => {
      const ids = idsIn(range);
      if (ids.length > 0) void note(handlers.duplicate(ids));
    },
    open: handlers.open,
    begin: (from) => {
      const row = rows.find(({ id }) => id === from);
      if (row && !Object.values(draft).some(Boolean)) setDraft(handlers.startFrom?.(row) ?? NO_TEXTS);
      return { row: NEW, column: columns[0]?.id ?? "" };
    },
    sort: (column) => say(sort(column)),
  };
  const endPasting = (isPasted: boolean) => {
    if (pasting && isPasted) void note(handlers.save(pasting.title, pasting.plan.changes));
    setPasting(null);
  };
  const isUnsaved = marked.length > 0 || Object.values(draft).some((text) => text.trim());
  return { deeds, draft, refused, said, pasting, endPasting, isUnsaved, idsIn };
}

/** The changes of a plan, made as of that version of their row. */
const asOf = (version: number | undefined, { changes }: Plan): RowChange[] =>
  changes.map((change) => ({ ...change, version }));
