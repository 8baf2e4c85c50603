/** Below a table: what the keys do, how many rows there are, and what is selected of them. */
import { messages } from "@/lib/messages";
import classes from "./grid.module.css";
import type { Range } from "./walking";

const words = messages.grid;

interface FootProps {
  rows: number;
  all: number;
  selected: Range | null;
  isReadOnly: boolean;
  empty: string;
}

export function GridFoot({ rows, all, selected, isReadOnly, empty }: FootProps) {
  const height = selected ? selected.bottom - selected.top + 1 : 0;
  const width = selected ? selected.last - selected.first + 1 : 0;
  const isOne = height * width === 1;
  const where = !selected ? "" : isOne ? words.where(selected.top + 1, rows) : words.selected(height, width);
  const count = rows === all ? words.counted(all) : words.countedOf(rows, all);
  return (
    <p className={classes.foot}>
      <span>{all === 0 ? empty : rows === 0 ? words.noMatch : isReadOnly ? words.helpReadOnly : words.help}</span>
      <span aria-live={isOne ? "off" : "polite"}>
        {[count, ...(selected && selected.top < rows ? [where] : [])].join(" · ")}
      </span>
    </p>
  );
}
