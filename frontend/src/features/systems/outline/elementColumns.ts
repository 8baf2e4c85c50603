/** Elements as rows: what each column says, and what a text in it stands for. */
import type { Vocabulary } from "@/api/knowledge";
import type { Boundary, Element } from "@/api/types";
import type { LensCounts } from "@/lib/counts";
import { messages } from "@/lib/messages";
import { type Column, type Fields, merged } from "@/lib/table/columns";
import type { RowChange, TableOf } from "@/lib/table/planning";
import { choiceReader, labelsOf, nameReader, textReader } from "@/lib/table/reading";
import { attributeColumns } from "./attributeColumns";

const words = messages.picture;
const told = messages.outline;
/** So many attributes are shown before somebody chooses. */
const FIRST_ATTRIBUTES = 6;

interface Surroundings {
  vocabulary: Vocabulary;
  boundaries: readonly Pick<Boundary, "id" | "name">[];
  /** The attributes that are shown before somebody chooses. */
  first: ReadonlySet<string>;
  counts: ReadonlyMap<string, LensCounts>;
}

const isAsked = ({ kinds }: Vocabulary, kind: unknown, name: string): boolean =>
  kinds[kind as string]?.attributes.includes(name) === true;

const askedOf = ({ attributes, kinds }: Vocabulary): string[] =>
  Object.keys(attributes).filter((name) => Object.values(kinds).some((kind) => kind.attributes.includes(name)));

/** The attributes that most of these elements answer. */
export function commonAttributes(vocabulary: Vocabulary, elements: readonly Element[]): ReadonlySet<string> {
  const uses = (name: string) => elements.filter(({ kind }) => isAsked(vocabulary, kind, name)).length;
  const used = askedOf(vocabulary).filter((name) => uses(name) > 0);
  return new Set(used.toSorted((one, other) => uses(other) - uses(one)).slice(0, FIRST_ATTRIBUTES));
}

export function elementTable({ vocabulary, boundaries, first, counts }: Surroundings): TableOf<Element> {
  const { kinds } = vocabulary;
  const names = new Map(boundaries.map(({ id, name }) => [id, name]));
  const columns: Column<Element>[] = [
    {
      id: "name",
      title: messages.common.name,
      width: 232,
      text: ({ name }) => name,
      read: nameReader("name", 200, true),
      isNeeded: true,
    },
    {
      id: "kind",
      title: words.kind,
      width: 168,
      text: ({ kind }) => kinds[kind]?.label ?? kind,
      read: choiceReader({
        options: Object.entries(kinds).map(([value, { label }]) => ({ value, label })),
        fields: (kind) => ({ kind }),
      }),
      choices: Object.values(kinds).map(({ label }) => label),
      isNeeded: true,
    },
    homeColumn("boundary", words.boundary, boundaries, ({ boundary }) => boundary),
    {
      id: "out_of_scope_reason",
      title: told.outOfScopeBecause,
      width: 184,
      text: (row) => (row.out_of_scope ? row.out_of_scope_reason : ""),
      // A reason is what puts it out of scope; without one it is looked at.
      read: (text) => {
        const reading = nameReader("out_of_scope_reason", 500, false)(text);
        if ("problem" in reading) return reading;
        return { fields: text.trim() ? { ...reading.fields, out_of_scope: true } : { out_of_scope: false } };
      },
      blank: told.inScope,
    },
    {
      id: "description",
      title: messages.common.description,
      width: 232,
      text: ({ description }) => description,
      read: textReader("description", 20_000),
      isLong: true,
      isExtra: true,
    },
    countColumn("threats", told.threats, ({ id }) => counts.get(id)?.adversarial),
    countColumn("hazards", told.hazards, ({ id }) => counts.get(id)?.unintended),
    ...attributeColumns<Element>(vocabulary, askedOf(vocabulary), (name) => ({
      isExtra: !first.has(name),
      nameOf: (boundary) => names.get(boundary),
      isFor: ({ kind }: Fields) => kind === undefined || isAsked(vocabulary, kind, name),
    })),
  ];
  return { columns, keyOf: (text) => text("name") };
}

const countColumn = (id: string, title: string, count: (row: Element) => number | undefined): Column<Element> => ({
  id,
  title,
  width: 84,
  text: (row) => String(count(row) ?? 0),
  isNumber: true,
});

/** In which boundary something lies, by name. */
export function homeColumn<Row>(
  field: string,
  title: string,
  boundaries: readonly Pick<Boundary, "id" | "name">[],
  homeOf: (row: Row) => string | null,
): Column<Row> {
  const labels = labelsOf(boundaries);
  return {
    id: field,
    title,
    width: 168,
    text: (row) => labels.get(homeOf(row) ?? "") ?? "",
    read: choiceReader({
      options: [...labels].map(([value, label]) => ({ value, label })),
      fields: (home) => ({ [field]: home }),
      blank: { value: null },
    }),
    choices: [...labels.values()],
    blank: words.noBoundary,
  };
}

/** What a new kind is not asked goes with the old one; taking it back brings it again. */
export function fitting(change: RowChange, row: Element | undefined, { kinds }: Vocabulary): RowChange {
  const { kind } = change.fields;
  if (change.isNew || !row || typeof kind !== "string") return change;
  const left = Object.keys(row.attributes).filter((name) => !kinds[kind]?.attributes.includes(name));
  const attributes = Object.fromEntries(left.map((name) => [name, null]));
  return left.length > 0 ? { ...change, fields: merged({ attributes }, change.fields) } : change;
}
