/** Assets as rows: what they need, property by property, and what holds them. */
import type { Vocabulary } from "@/api/knowledge";
import type { Asset } from "@/api/types";
import { messages } from "@/lib/messages";
import type { Column } from "@/lib/table/columns";
import type { TableOf } from "@/lib/table/planning";
import {
  choiceReader,
  choicesReader,
  joined,
  labelsOf,
  nameReader,
  type Option,
  textReader,
} from "@/lib/table/reading";

const words = messages.stake;
const { none, ...LEVELS } = words.need;
const levels = Object.entries(LEVELS).map(([value, label]) => ({ value, label }));
/** So many properties are shown before somebody chooses. */
const FIRST_PROPERTIES = 4;

export function assetTable(vocabulary: Vocabulary, names: ReadonlyMap<string, string>): TableOf<Asset> {
  const spec = vocabulary.attributes.data_classes;
  const classes = (spec?.values ?? []).map((value) => ({ value, label: spec?.value_labels[value] ?? value }));
  const holders = [...labelsOf([...names].map(([id, name]) => ({ id, name })))].map(([value, label]) => ({
    value,
    label,
  }));
  const columns: Column<Asset>[] = [
    {
      id: "name",
      title: messages.common.name,
      width: 232,
      text: ({ name }) => name,
      read: nameReader("name", 200, true),
      isNeeded: true,
    },
    severalColumn("data_classes", words.dataClasses, classes, ({ data_classes }) => data_classes),
    severalColumn("held_by", words.heldBy, holders, ({ held_by }) => held_by),
    ...Object.entries(vocabulary.properties).map(([property, { label }], index): Column<Asset> => ({
      id: `needs.${property}`,
      title: label,
      width: 128,
      text: ({ needs }) => (needs[property] ? LEVELS[needs[property]] : ""),
      read: choiceReader({
        options: levels,
        fields: (level) => ({ needs: { [property]: level } }),
        blank: { value: null },
      }),
      choices: Object.values(LEVELS),
      blank: none,
      isExtra: index >= FIRST_PROPERTIES,
    })),
    {
      id: "description",
      title: messages.common.description,
      width: 232,
      text: ({ description }) => description,
      read: textReader("description", 20_000),
      isLong: true,
      isExtra: true,
    },
  ];
  return { columns, keyOf: (text) => text("name") };
}

function severalColumn(
  field: "data_classes" | "held_by",
  title: string,
  options: readonly Option[],
  valuesOf: (asset: Asset) => readonly string[],
): Column<Asset> {
  const labels = new Map(options.map(({ value, label }) => [value, label]));
  return {
    id: field,
    title,
    width: 232,
    text: (asset) => joined(valuesOf(asset).map((value) => labels.get(value) ?? "?")),
    read: choicesReader({ options, fields: (values) => ({ [field]: values }) }),
    choices: [...labels.values()],
    isMany: true,
  };
}
