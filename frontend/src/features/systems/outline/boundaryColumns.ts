/** Boundaries as rows. */
import type { Vocabulary } from "@/api/knowledge";
import type { Boundary } from "@/api/types";
import { messages } from "@/lib/messages";
import type { Column } from "@/lib/table/columns";
import type { RowChange, TableOf } from "@/lib/table/planning";
import { choiceReader, nameReader, textReader } from "@/lib/table/reading";
import { wordsOf } from "@/lib/text";
import { attributeColumns } from "./attributeColumns";
import { homeColumn } from "./elementColumns";

const words = messages.picture;
const FIRST_ATTRIBUTES = 4;

type Named = Pick<Boundary, "id" | "name">;

export function boundaryTable(vocabulary: Vocabulary, boundaries: readonly Named[]): TableOf<Boundary> {
  const trust = vocabulary.boundary_trust.map((value) => ({
    value,
    label: messages.vocabulary.trust[value] ?? wordsOf(value),
  }));
  const labels = new Map<unknown, string>(trust.map(({ value, label }) => [value, label]));
  const shown = new Set(vocabulary.system_attributes.slice(0, FIRST_ATTRIBUTES));
  const columnsFor = (all: readonly Named[]): Column<Boundary>[] => [
    {
      id: "name",
      title: messages.common.name,
      width: 232,
      text: ({ name }) => name,
      read: nameReader("name", 200, true),
      isNeeded: true,
    },
    {
      id: "trust",
      title: words.trust,
      width: 132,
      text: (row) => labels.get(row.trust) ?? "",
      read: choiceReader({ options: trust, fields: (value) => ({ trust: value }), blank: { value: "" } }),
      choices: [...labels.values()],
      blank: messages.common.unknown,
    },
    homeColumn("parent", words.parent, all, ({ parent }) => parent),
    {
      id: "description",
      title: messages.common.description,
      width: 232,
      text: ({ description }) => description,
      read: textReader("description", 20_000),
      isLong: true,
      isExtra: true,
    },
    ...attributeColumns<Boundary>(vocabulary, vocabulary.system_attributes, (name) => ({
      isExtra: !shown.has(name),
    })),
  ];
  return {
    columns: columnsFor(boundaries),
    columnsWith: (more) => columnsFor([...boundaries, ...more]),
    keyOf: (text) => text("name"),
  };
}

/** What is made before what lies in it. A ring of new ones is left to the server to refuse. */
export function outermostFirst(changes: readonly RowChange[]): RowChange[] {
  const waiting = new Map(changes.map((change) => [change.id, change]));
  const ordered: RowChange[] = [];
  const take = (change: RowChange) => {
    if (!waiting.delete(change.id)) return;
    const around = waiting.get(change.fields.parent as string);
    if (around?.isNew) take(around);
    ordered.push(change);
  };
  changes.forEach(take);
  return ordered;
}
