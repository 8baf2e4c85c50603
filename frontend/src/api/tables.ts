/** Changes of rows that were made in a table, each time one deed. What the server refuses is kept and shown where all of that is. */
import type { Operation, PartType } from "@/api/operations";
import { useDeeds } from "@/api/useDeeds";
import { makeId } from "@/lib/ids";
import { messages } from "@/lib/messages";
import type { Noted, RowChange } from "@/lib/table/planning";

const words = messages.deeds;

const operationOf = (type: PartType, { id, isNew, version, fields }: RowChange): Operation => {
  const values = { ...fields };
  if (isNew) return { op: "create", type, id, values };
  return version === undefined ? { op: "change", type, id, values } : { op: "change", type, id, values, version };
};

interface PartTable<Row> {
  type: PartType;
  rows: readonly Row[];
  nameOf: (row: Row) => string;
  /** The fields that a copy takes over. */
  copied: readonly (keyof Row & string)[];
  remove: (ids: ReadonlySet<string>) => readonly Operation[];
  mended?: (changes: readonly RowChange[]) => readonly RowChange[];
}

/** What a table of parts does to the model: saving, removing, duplicating. Null for what was refused. */
export function usePartTable<Row extends { id: string; name: string }>(parts: PartTable<Row>) {
  const { type, rows, nameOf, copied, remove, mended = (changes) => changes } = parts;
  const deeds = useDeeds();
  const doDeed = async (said: string, operations: readonly Operation[]): Promise<Noted | null> => {
    const done = operations.length > 0 ? await deeds.attempt({ words: said, operations }) : null;
    return done && { said, takeBack: done.takeBack, takenBack: done.takenBack };
  };
  const chosen = (ids: readonly string[]) => rows.filter(({ id }) => ids.includes(id));
  const names = () => rows.map(({ name }) => name);
  return {
    nameOf,
    doDeed,
    save: (said: string, changes: readonly RowChange[]) =>
      doDeed(
        said,
        mended(changes).map((change) => operationOf(type, change)),
      ),
    hold: (said: string, change: RowChange, reason: string) =>
      deeds.hold({ words: said, operations: [operationOf(type, change)] }, reason),
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
