/** Flows as rows. */
import type { Vocabulary } from "@/api/knowledge";
import type { Element, Flow } from "@/api/types";
import { messages } from "@/lib/messages";
import type { Column } from "@/lib/table/columns";
import type { TableOf } from "@/lib/table/planning";
import { choiceReader, labelsOf, nameReader, textReader } from "@/lib/table/reading";
import { attributeColumns } from "./attributeColumns";

const words = messages.picture;
const told = messages.outline;
const FIRST_ATTRIBUTES = 5;

export function flowTable(vocabulary: Vocabulary, elements: readonly Pick<Element, "id" | "name">[]): TableOf<Flow> {
  const labels = labelsOf(elements);
  const options = [...labels].map(([value, label]) => ({ value, label }));
  const end = (field: "source" | "target", title: string): Column<Flow> => ({
    id: field,
    title,
    width: 200,
    text: (row) => labels.get(row[field]) ?? "",
    read: choiceReader({ options, fields: (value) => ({ [field]: value }) }),
    choices: [...labels.values()],
    isNeeded: true,
  });
  const shown = new Set(vocabulary.flow_attributes.slice(0, FIRST_ATTRIBUTES));
  const columns: Column<Flow>[] = [
    end("source", words.source),
    end("target", words.target),
    {
      id: "name",
      title: messages.common.name,
      width: 232,
      text: ({ name }) => name,
      read: nameReader("name", 200, false),
      blank: words.unnamedFlow,
    },
    {
      id: "bidirectional",
      title: told.direction,
      width: 116,
      text: ({ bidirectional }) => (bidirectional ? told.bothWays : told.oneWay),
      read: choiceReader({
        options: [
          { value: false, label: told.oneWay },
          { value: true, label: told.bothWays },
        ],
        fields: (bidirectional) => ({ bidirectional }),
        blank: { value: false },
      }),
      choices: [told.oneWay, told.bothWays],
      blank: told.oneWay,
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
    ...attributeColumns<Flow>(vocabulary, vocabulary.flow_attributes, (name) => ({ isExtra: !shown.has(name) })),
  ];
  return { columns, keyOf: (text) => [text("source"), text("target"), text("name")].join("\n") };
}
