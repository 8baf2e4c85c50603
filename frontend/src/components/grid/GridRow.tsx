/** One row of a table. The cells that nobody writes in are plain text. */
import { memo, type ReactNode } from "react";
import { Tag } from "@/components/Tag";
import { messages } from "@/lib/messages";
import { type Column, hasCell } from "@/lib/table/columns";
import classes from "./grid.module.css";
import { cellKey, type Refused } from "./types";

interface GridRowProps<Row> {
  row: Row;
  columns: readonly Column<Row>[];
  /** In the list, from zero. */
  index: number;
  /** The column in focus. */
  at: number | null;
  /** The first and last column that are selected. */
  first: number | null;
  last: number | null;
  isOpened: boolean;
  isFaded: boolean;
  isReadOnly: boolean;
  refused: ReadonlyMap<string, Refused>;
  show: ((row: Row, column: string) => ReactNode) | undefined;
  /** At the end of the first cell. */
  marks: ((row: Row) => ReactNode) | undefined;
  /** In place of the cell in focus while that is written in. */
  editor: ReactNode;
}

function PlainGridRow<Row extends { id: string }>(props: GridRowProps<Row>) {
  const { row, columns, index, at, first, last, isOpened, isFaded, isReadOnly, editor } = props;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={classes.row}
      style={{ top: `calc(${index} * var(--row))` }}
      data-opened={isOpened || undefined}
      data-faded={isFaded || undefined}
    >
      {columns.map((column, number) => {
        const isAt = at === number;
        const isSelected = first !== null && last !== null && first <= number && number <= last;
        const isLocked = isReadOnly || !column.read || !hasCell(column, row);
        const refusal = props.refused.get(cellKey(row.id, column.id));
        return (
          <div
            key={column.id}
            role={number === 0 ? "rowheader" : "gridcell"}
            aria-colindex={number + 1}
            aria-selected={isSelected}
            aria-readonly={(!isReadOnly && isLocked) || undefined}
            aria-invalid={refusal ? true : undefined}
            tabIndex={isAt ? 0 : -1}
            className={classes.cell}
            data-row={index}
            data-column={number}
            data-number={column.isNumber || undefined}
            data-selected={isSelected || undefined}
            data-refused={refusal !== undefined || undefined}
            data-writing={(isAt && Boolean(editor)) || undefined}
          >
            {isAt && editor ? editor : <Said row={row} column={column} refusal={refusal} show={props.show} />}
            {number === 0 && !(isAt && editor) ? props.marks?.(row) : null}
          </div>
        );
      })}
    </div>
  );
}

export const GridRow = memo(PlainGridRow) as typeof PlainGridRow;

interface SaidProps<Row> {
  row: Row;
  column: Column<Row>;
  refusal: Refused | undefined;
  show: GridRowProps<Row>["show"];
}

function Said<Row extends { id: string }>({ row, column, refusal, show }: SaidProps<Row>) {
  if (refusal)
    return (
      <>
        <span className={classes.said}>{refusal.text || messages.grid.nothing}</span>
        <span className="visually-hidden">{messages.grid.refused(refusal.text, refusal.problem)}</span>
      </>
    );
  if (!hasCell(column, row)) return <span className={classes.none}>–</span>;
  const text = column.text(row);
  const note = column.note?.(row);
  if (text === "") return <span className={classes.blank}>{column.blank ?? ""}</span>;
  return (
    <>
      <span className={classes.said}>{show?.(row, column.id) ?? text}</span>
      {note ? <Tag>{note}</Tag> : null}
    </>
  );
}
