/** The elements of a system as a table to write in. */
import { type ReactNode, useCallback, useMemo, useState } from "react";
import type { Vocabulary } from "@/api/knowledge";
import type { Element } from "@/api/types";
import { usePartTable } from "@/api/tables";
import { Table } from "@/components/grid/Table";
import { KindIcon } from "@/components/KindIcon";
import { LensCount } from "@/components/LensCount";
import { tableClasses } from "@/components/Rows";
import { useCommentMarks } from "@/components/useCommentMarks";
import { messages } from "@/lib/messages";
import { removeOperations } from "../canvas/removing";
import { commonAttributes, elementTable, fitting } from "./elementColumns";
import { groupOf } from "./regrouping";
import type { OutlineProps } from "./types";

const words = messages.outline;
const COPIED = [
  "kind",
  "description",
  "boundary",
  "attributes",
  "out_of_scope",
  "out_of_scope_reason",
] as const satisfies readonly (keyof Element)[];

export function ElementTable({ picture, vocabulary, ...props }: OutlineProps & { vocabulary: Vocabulary }) {
  const { elements, boundaries, counts } = picture;
  // Once, so that no column moves while somebody writes.
  const [first] = useState(() => commonAttributes(vocabulary, elements));
  const table = useMemo(
    () => elementTable({ vocabulary, boundaries, first, counts }),
    [vocabulary, boundaries, first, counts],
  );
  const byId = new Map(elements.map((element) => [element.id, element]));
  const { doDeed, ...handlers } = usePartTable<Element>({
    type: "element",
    rows: elements,
    nameOf: ({ name }) => name,
    copied: COPIED,
    remove: (ids) => removeOperations(picture, ids),
    mended: (changes) => changes.map((change) => fitting(change, byId.get(change.id), vocabulary)),
  });
  const group = (ids: readonly string[]) => {
    const { operations } = groupOf(picture, new Set(ids), messages.workbench.boundary);
    return doDeed(messages.deeds.grouped(ids.length), operations);
  };
  const home = new Map(boundaries.map(({ id, name }) => [id, name]));
  const show = useCallback(
    (row: Element, column: string): ReactNode => {
      if (column === "name") return <Named kind={row.kind}>{row.name}</Named>;
      const source = column === "threats" ? "adversarial" : column === "hazards" ? "unintended" : undefined;
      const count = source && counts.get(row.id)?.[source];
      return source && count ? <LensCount source={source} count={count} /> : undefined;
    },
    [counts],
  );
  const marks = useCommentMarks(picture.threads);
  return (
    <Table
      {...handlers}
      name="elements"
      label={messages.picture.elements}
      table={table}
      rows={elements}
      isReadOnly={!props.mayEdit}
      opened={props.selected}
      open={props.onOpen}
      marks={marks}
      empty={props.mayEdit ? words.empty : words.emptyForReaders}
      countOfNew={words.elementCount}
      startFrom={({ boundary }): Record<string, string> => ({ boundary: home.get(boundary ?? "") ?? "" })}
      show={show}
      isFaded={isOutOfScope}
      tools={[{ label: words.group, run: group }]}
    />
  );
}

const isOutOfScope = ({ out_of_scope }: Element): boolean => out_of_scope;

function Named({ kind, children }: { kind: string; children: string }) {
  return (
    <span className={tableClasses.named}>
      <KindIcon kind={kind} />
      <span className={tableClasses.whole}>{children}</span>
    </span>
  );
}
