/** A table whose rows open as a whole: the first cell holds the link, the rest of the row follows it. */
import type { MouseEvent, ReactNode } from "react";
import classes from "./table.module.css";

export interface Column {
  title: string;
  isNumber?: boolean;
  /** Left out on a phone. */
  isWide?: boolean;
  /** Said only to screen readers. */
  isUnseen?: boolean;
}

interface RowsProps {
  columns: readonly Column[];
  children: ReactNode;
  label: string;
  /** Columns as wide as in each other table of this kind, whatever is in them. */
  isEven?: boolean;
}

export function Rows({ columns, children, label, isEven = false }: RowsProps) {
  return (
    <div className={classes.wrap}>
      <table className={classes.table} aria-label={label} data-even={isEven || undefined}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.title}
                scope="col"
                data-number={column.isNumber || undefined}
                data-wide={column.isWide || undefined}
              >
                <span className={column.isUnseen ? "visually-hidden" : undefined}>{column.title}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

interface RowProps {
  children: ReactNode;
  isCurrent?: boolean;
  isFaded?: boolean;
}

/** Clicking anywhere in the row follows the first link in it; the keyboard uses that link itself. */
function follow(event: MouseEvent<HTMLTableRowElement>): void {
  const target = event.target as Element;
  if (target.closest("a, button, input, label, [role=menu]")) return;
  event.currentTarget.querySelector<HTMLAnchorElement>("a")?.click();
}

export function Row({ children, isCurrent = false, isFaded = false }: RowProps) {
  return (
    <tr data-opens onClick={follow} aria-current={isCurrent || undefined} data-faded={isFaded || undefined}>
      {children}
    </tr>
  );
}

export { classes as tableClasses };
