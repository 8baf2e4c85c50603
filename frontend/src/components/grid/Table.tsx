/** A table of rows that people write in, with its tools: filter, columns, adding, and what else the page offers for what is selected. */
import { Button, TextInput } from "@mantine/core";
import { type ReactNode, useCallback, useMemo, useState } from "react";
import { AskBeforeLeaving } from "@/components/AskBeforeLeaving";
import { messages } from "@/lib/messages";
import { arranged, type Sorting } from "@/lib/table/columns";
import type { Noted, TableOf } from "@/lib/table/planning";
import { ColumnPicker } from "./ColumnPicker";
import { Grid } from "./Grid";
import { GridFoot } from "./GridFoot";
import classes from "./grid.module.css";
import { PasteReport } from "./PasteReport";
import { useShownColumns } from "./useShownColumns";
import { note, type TableHandlers, useTableDeeds } from "./useTableDeeds";
import type { Range } from "./walking";

const words = messages.grid;

export interface TableProps<Row> extends TableHandlers<Row> {
  /** Under which the choice of columns is kept. */
  name: string;
  label: string;
  table: TableOf<Row>;
  rows: readonly Row[];
  isReadOnly: boolean;
  opened: string | undefined;
  /** Said where there are no rows. */
  empty: string;
  show?: (row: Row, column: string) => ReactNode;
  /** What stands at the end of a row's first cell. */
  marks?: (row: Row) => ReactNode;
  isFaded?: (row: Row) => boolean;
  /** What else can be done with the rows that are selected. */
  tools?: readonly { label: string; run: (ids: readonly string[]) => Promise<Noted | null> }[];
}

export function Table<Row extends { id: string; version: number }>(props: TableProps<Row>) {
  const { table, isReadOnly, label } = props;
  const { columns, shown, choose } = useShownColumns(props.name, table.columns);
  const [query, setQuery] = useState("");
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const [selected, setSelected] = useState<Range | null>(null);
  const [isWhole, setIsWhole] = useState(false);
  const rows = useMemo(() => arranged(props.rows, columns, query, sorting), [props.rows, columns, query, sorting]);
  const sort = (column: string): string => {
    const next = afterSorting(sorting, column);
    setSorting(next);
    const title = columns.find(({ id }) => id === column)?.title ?? "";
    if (!next) return words.unsorted;
    return next.isDescending ? words.sortedDown(title) : words.sortedUp(title);
  };
  const work = useTableDeeds({ table, all: props.rows, rows, columns }, props, sort, () => setQuery(""));
  const { deeds, pasting } = work;
  const onRange = useCallback((range: Range | null, isWholeRows: boolean) => {
    setSelected(range);
    setIsWhole(isWholeRows);
  }, []);
  const ids = selected ? work.idsIn(selected) : [];
  const [begun, setBegun] = useState(0);
  const [resumed, setResumed] = useState(0);
  return (
    <div className={classes.whole}>
      <AskBeforeLeaving isOn={work.isUnsaved} standsOn={["view", "list"]} />
      <div className={classes.tools}>
        <TextInput
          type="search"
          aria-label={words.filter}
          placeholder={words.filter}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
        <ColumnPicker columns={table.columns} shown={shown} onChange={choose} />
        {isReadOnly ? null : <Button onClick={() => setBegun(begun + 1)}>{words.addRow}</Button>}
        {ids.length === 1 ? <Button onClick={() => deeds.open(ids[0] ?? "")}>{words.open}</Button> : null}
        {isReadOnly || !isWhole || !selected ? null : (
          <>
            <Button onClick={() => deeds.duplicate(selected)}>{words.duplicate}</Button>
            <Button onClick={() => deeds.clear(selected, true)}>{words.remove}</Button>
          </>
        )}
        {isReadOnly || ids.length === 0
          ? null
          : props.tools?.map((tool) => (
              <Button key={tool.label} onClick={() => void note(tool.run(ids))}>
                {tool.label}
              </Button>
            ))}
      </div>
      <Grid
        label={label}
        columns={columns}
        rows={rows}
        nameOf={props.nameOf}
        draft={isReadOnly ? null : work.draft}
        refused={work.refused}
        sorting={sorting}
        isReadOnly={isReadOnly}
        opened={props.opened}
        show={props.show}
        marks={props.marks}
        isFaded={props.isFaded}
        deeds={deeds}
        onRange={onRange}
        begun={begun}
        resumed={resumed}
      />
      <GridFoot {...{ rows: rows.length, all: props.rows.length, selected, isReadOnly, empty: props.empty }} />
      <div className="visually-hidden" role="log" aria-label={words.happened}>
        {work.said}
      </div>
      {pasting ? (
        <PasteReport
          title={pasting.title}
          problems={pasting.plan.problems}
          hasRest={pasting.plan.changes.length > 0}
          onEnd={(isPasted) => {
            work.endPasting(isPasted);
            setResumed(resumed + 1);
          }}
        />
      ) : null}
    </div>
  );
}

/** Forth, back, and not at all. */
function afterSorting(before: Sorting | null, column: string): Sorting | null {
  if (before?.column !== column) return { column, isDescending: false };
  return before.isDescending ? null : { column, isDescending: true };
}
