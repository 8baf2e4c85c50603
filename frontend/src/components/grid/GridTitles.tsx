/** The titles of the columns, which sort. */
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import type { Column, Sorting } from "@/lib/table/columns";
import classes from "./grid.module.css";
import { TITLES } from "./walking";

interface GridTitlesProps<Row> {
  columns: readonly Column<Row>[];
  at: number | null;
  sorting: Sorting | null;
}

export function GridTitles<Row>({ columns, at, sorting }: GridTitlesProps<Row>) {
  return (
    <div role="row" aria-rowindex={1} className={classes.titles}>
      {columns.map((column, number) => {
        const isSorted = sorting?.column === column.id;
        const Arrow = sorting?.isDescending ? IconArrowDown : IconArrowUp;
        return (
          <div
            key={column.id}
            role="columnheader"
            aria-colindex={number + 1}
            aria-sort={isSorted ? (sorting.isDescending ? "descending" : "ascending") : "none"}
            tabIndex={at === number ? 0 : -1}
            className={classes.title}
            data-row={TITLES}
            data-column={number}
            data-number={column.isNumber || undefined}
            title={column.title}
          >
            <span className={classes.said}>{column.title}</span>
            {isSorted ? <Arrow size={13} stroke={1.5} aria-hidden /> : null}
          </div>
        );
      })}
    </div>
  );
}
