/** The last row of a table, into which a new one is typed. */
import type { ReactNode } from "react";
import { messages } from "@/lib/messages";
import type { Column, Texts } from "@/lib/table/columns";
import classes from "./grid.module.css";

interface NewRowProps<Row> {
  columns: readonly Column<Row>[];
  index: number;
  at: number | null;
  texts: Texts;
  editor: ReactNode;
}

export function NewRow<Row>({ columns, index, at, texts, editor }: NewRowProps<Row>) {
  const isBegun = Object.values(texts).some(Boolean);
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-label={messages.grid.newRow}
      className={classes.row}
      style={{ top: `calc(${index} * var(--row))` }}
      data-new
    >
      {columns.map((column, number) => {
        const isAt = at === number;
        const text = texts[column.id];
        const isAsked = isBegun && column.isNeeded;
        const blank = number === 0 ? messages.grid.newRowAbout : isAsked ? messages.grid.needs(column.title) : "";
        return (
          <div
            key={column.id}
            role={number === 0 ? "rowheader" : "gridcell"}
            aria-colindex={number + 1}
            aria-readonly={!column.read || undefined}
            aria-required={column.isNeeded || undefined}
            tabIndex={isAt ? 0 : -1}
            className={classes.cell}
            data-row={index}
            data-column={number}
            data-writing={(isAt && Boolean(editor)) || undefined}
          >
            {isAt && editor ? (
              editor
            ) : text ? (
              <span className={classes.said}>{text}</span>
            ) : (
              <span className={classes.blank}>{blank}</span>
            )}
          </div>
        );
      })}
    </div>
  );
}
