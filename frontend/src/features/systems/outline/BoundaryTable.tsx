/** The boundaries of a system as a table to write in. */
import { useMemo } from "react";
import type { Vocabulary } from "@/api/knowledge";
import type { Boundary } from "@/api/types";
import { usePartTable } from "@/api/tables";
import { Table } from "@/components/grid/Table";
import { useCommentMarks } from "@/components/useCommentMarks";
import { messages } from "@/lib/messages";
import { labelsOf } from "@/lib/table/reading";
import { removeOperations } from "../canvas/removing";
import { boundaryTable, outermostFirst } from "./boundaryColumns";
import { groupOf } from "./regrouping";
import type { OutlineProps } from "./types";

const words = messages.outline;
const COPIED = ["description", "trust", "parent", "attributes"] as const satisfies readonly (keyof Boundary)[];

export function BoundaryTable({ picture, vocabulary, ...props }: OutlineProps & { vocabulary: Vocabulary }) {
  const { boundaries } = picture;
  const table = useMemo(() => boundaryTable(vocabulary, boundaries), [vocabulary, boundaries]);
  const labels = useMemo(() => labelsOf(boundaries), [boundaries]);
  const { doDeed, ...handlers } = usePartTable<Boundary>({
    type: "boundary",
    rows: boundaries,
    nameOf: ({ name }) => name,
    copied: COPIED,
    // What lies in one that goes lies in the one around it.
    remove: (ids) => removeOperations(picture, ids),
    mended: outermostFirst,
  });
  const group = (ids: readonly string[]) => {
    const { operations } = groupOf(picture, new Set(ids), messages.workbench.boundary);
    return doDeed(messages.deeds.grouped(ids.length), operations);
  };
  const marks = useCommentMarks(picture.threads);
  return (
    <Table
      {...handlers}
      name="boundaries"
      label={messages.picture.boundaries}
      table={table}
      rows={boundaries}
      isReadOnly={!props.mayEdit}
      opened={props.selected}
      open={props.onOpen}
      marks={marks}
      empty={props.mayEdit ? words.empty : words.emptyForReaders}
      countOfNew={words.boundaryCount}
      startFrom={({ parent }): Record<string, string> => ({ parent: labels.get(parent ?? "") ?? "" })}
      tools={[{ label: words.group, run: group }]}
    />
  );
}
