/** The flows of a system as a table to write in. */
import { useMemo } from "react";
import type { Vocabulary } from "@/api/knowledge";
import { flowName } from "@/api/names";
import type { Flow } from "@/api/types";
import { usePartTable } from "@/api/tables";
import { Table } from "@/components/grid/Table";
import { useCommentMarks } from "@/components/useCommentMarks";
import { messages } from "@/lib/messages";
import { labelsOf } from "@/lib/table/reading";
import { removeOperations } from "../canvas/removing";
import { flowTable } from "./flowColumns";
import { turned } from "./regrouping";
import type { OutlineProps } from "./types";

const words = messages.outline;
const COPIED = [
  "source",
  "target",
  "description",
  "attributes",
  "bidirectional",
] as const satisfies readonly (keyof Flow)[];

export function FlowTable({ picture, vocabulary, ...props }: OutlineProps & { vocabulary: Vocabulary }) {
  const { elements, flows } = picture;
  const table = useMemo(() => flowTable(vocabulary, elements), [vocabulary, elements]);
  const byId = useMemo(() => new Map(elements.map((element) => [element.id, element])), [elements]);
  const labels = useMemo(() => labelsOf(elements), [elements]);
  const nameOf = (flow: Flow) => flowName(flow, byId);
  const { doDeed, ...handlers } = usePartTable<Flow>({
    type: "flow",
    rows: flows,
    nameOf,
    copied: COPIED,
    remove: (ids) => removeOperations(picture, ids),
  });
  const turn = (ids: readonly string[]) => {
    const chosen = flows.filter(({ id }) => ids.includes(id));
    const [first] = chosen;
    const what = first && chosen.length === 1 ? nameOf(first) : words.things(chosen.length);
    return doDeed(words.turned(what), chosen.map(turned));
  };
  const marks = useCommentMarks(picture.threads);
  return (
    <Table
      {...handlers}
      name="flows"
      label={messages.picture.flows}
      table={table}
      rows={flows}
      isReadOnly={!props.mayEdit}
      opened={props.selected}
      open={props.onOpen}
      marks={marks}
      empty={props.mayEdit ? words.empty : words.emptyForReaders}
      countOfNew={words.flowCount}
      startFrom={({ source }): Record<string, string> => ({ source: labels.get(source) ?? "" })}
      tools={[{ label: words.turn, run: turn }]}
    />
  );
}
