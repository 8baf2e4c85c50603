/** Changes of rows that were made in a table, saved as one deed; what is refused is told row by row. */
import type { Operation, PartType } from "@/api/operations";
import { asProblem, type Problem } from "@/api/problems";
import { useDeeds } from "@/api/useDeeds";
import { textOf } from "@/lib/errors";
import { messages } from "@/lib/messages";
import { makeId } from "@/lib/ids";

const words = messages.deeds;

interface RowChange {
  id: string;
  isNew: boolean;
  fields: Readonly<Record<string, unknown>>;
}

interface Refusal {
  row: string;
  field: string;
  problem: string;
}

export interface SavedRows {
  refusals: Refusal[];
  takeBack?: () => void;
}

const operationsOf = (type: PartType, changes: readonly RowChange[]): Operation[] =>
  changes.map(({ id, isNew, fields }) => ({ op: isNew ? "create" : "change", type, id, values: { ...fields } }));

function useTableSaving(type: PartType) {
  const deeds = useDeeds();
  return async (words: string, changes: readonly RowChange[]): Promise<SavedRows> => {
    try {
      const { takeBack } = await deeds.do({ words, operations: operationsOf(type, changes) });
      return { refusals: [], takeBack };
    } catch (error) {
      const problem = asProblem(error);
      const ids = changes.map(({ id }) => id);
      const found = problem ? refusalsOf(problem, ids) : [];
      return { refusals: found.length > 0 ? found : [{ row: "", field: "", problem: textOf(error as Error) }] };
    }
  };
}

/** The server names operations by their number. */
function refusalsOf({ errors, conflicts }: Problem, ids: readonly string[]): Refusal[] {
  const at = (path: string) => {
    const [, number, field] = /^operations\[(\d+)\]\.(?:values\.)?(.*)$/.exec(path) ?? [];
    return { row: ids[Number(number)] ?? "", field: field ?? "" };
  };
  return [
    ...Object.entries(errors).map(([path, lines]) => ({ ...at(path), problem: lines.join(" ") })),
    ...conflicts.map(({ field, theirs, by }) => ({
      ...at(field),
      problem: messages.grid.theirs(by, typeof theirs === "string" ? theirs : JSON.stringify(theirs ?? null)),
    })),
  ];
}

/** A deed that was done, in words, and the way back. */
export interface Noted {
  said: string;
  takeBack: () => void;
}

interface PartTable<Row> {
  type: PartType;
  rows: readonly Row[];
  nameOf: (row: Row) => string;
  /** The fields that a copy takes over. */
  copied: readonly (keyof Row & string)[];
  remove: (ids: ReadonlySet<string>) => readonly Operation[];
  mended?: (changes: readonly RowChange[]) => readonly RowChange[];
}

/** What a table of parts does to the model: saving, removing, duplicating, each one deed. Null for what was refused, which is told. */
export function usePartTable<Row extends { id: string; name: string }>(parts: PartTable<Row>) {
  const { type, rows, nameOf, copied, remove, mended = (changes) => changes } = parts;
  const saveRows = useTableSaving(type);
  const deeds = useDeeds();
  const doDeed = async (said: string, operations: readonly Operation[]): Promise<Noted | null> => {
    const done = operations.length > 0 ? await deeds.attempt({ words: said, operations }) : null;
    return done && { said, takeBack: done.takeBack };
  };
  const chosen = (ids: readonly string[]) => rows.filter(({ id }) => ids.includes(id));
  const names = () => rows.map(({ name }) => name);
  return {
    nameOf,
    doDeed,
    save: (said: string, changes: readonly RowChange[]) => saveRows(said, mended(changes)),
    remove: (ids: readonly string[]) => {
      const [first] = chosen(ids);
      const said = words.removal({ count: ids.length, name: first ? nameOf(first) : "" }, { count: 0, name: "" });
      return doDeed(said, remove(new Set(ids)));
    },
    duplicate: (ids: readonly string[]) =>
      doDeed(words.duplicated(ids.length), copiesOf(type, chosen(ids), copied, names())),
  };
}

/** Copies of rows, each with a name that nobody has yet. */
function copiesOf<Row extends { id: string; name: string }>(
  type: PartType,
  rows: readonly Row[],
  copied: readonly (keyof Row & string)[],
  names: readonly string[],
): Operation[] {
  const taken = new Set(names);
  return rows.map((row) => {
    const values = Object.fromEntries(copied.map((field) => [field, row[field]]));
    let name = row.name;
    for (let number = 2; name !== "" && taken.has(name); number += 1) name = `${row.name} ${number}`;
    taken.add(name);
    return { op: "create", type, id: makeId(), values: { ...values, name } };
  });
}
