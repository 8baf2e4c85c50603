/** Which cell of a table has the focus, which are selected, and what is being typed. Kept by name, so that it outlives sorting. */
import { useMemo, useState } from "react";
import { cellKey, type GridProps, NEW } from "./types";
import { type Range, rangeBetween, type Size, type Spot, TITLES, within } from "./walking";

const HEAD = "titles";

interface Place {
  row: string;
  column: string;
  /** Where it was, for when it is gone. */
  spot: Spot;
}

export interface Writing {
  /** The cell that is written in. */
  key: string;
  /** What it begins with. */
  text: string;
  /** Whether that was typed just now, and takes the place of what was there. */
  isTyped: boolean;
  /** What the cell said then, and the version of its row. */
  before: string;
  version: number | undefined;
}

export interface GridState {
  at: Spot;
  range: Range;
  isWholeRows: boolean;
  rowId: string;
  columnId: string;
  writing: Writing | null;
  size: Omit<Size, "page">;
  /** The number of a row by its name; -1 for the titles. */
  indexOf: (row: string) => number;
  go: (spot: Spot, isMore?: boolean) => void;
  goTo: (row: string, column: string) => void;
  select: (from: Spot, to: Spot, isWholeRows?: boolean) => void;
  write: (writing: Omit<Writing, "key">) => void;
  stopWriting: () => void;
}

export function useGridState<Row extends { id: string }>({ rows, columns, draft }: GridProps<Row>): GridState {
  const rowIds = useMemo(() => [...rows.map(({ id }) => id), ...(draft ? [NEW] : [])], [rows, draft]);
  const rowNumbers = useMemo(() => new Map(rowIds.map((id, index) => [id, index])), [rowIds]);
  const columnNumbers = useMemo(() => new Map(columns.map(({ id }, index) => [id, index])), [columns]);
  const start: Place = { row: rowIds[0] ?? HEAD, column: columns[0]?.id ?? "", spot: { row: 0, column: 0 } };
  const [active, setActive] = useState<Place>(start);
  const [anchor, setAnchor] = useState<Place>(start);
  const [isWholeRows, setIsWholeRows] = useState(false);
  const [writing, setWriting] = useState<Writing | null>(null);
  const size = { rows: rowIds.length, columns: columns.length };

  const indexOf = (row: string) => (row === HEAD ? TITLES : (rowNumbers.get(row) ?? TITLES));
  const spotOf = ({ row, column, spot }: Place): Spot =>
    within(
      {
        row: row === HEAD ? TITLES : (rowNumbers.get(row) ?? spot.row),
        column: columnNumbers.get(column) ?? spot.column,
      },
      size,
    );
  const placeOf = (spot: Spot): Place => ({
    row: rowIds[spot.row] ?? HEAD,
    column: columns[spot.column]?.id ?? "",
    spot,
  });
  const at = spotOf(active);
  const here = placeOf(at);
  const go = (spot: Spot, isMore = false) => {
    const place = placeOf(within(spot, size));
    setActive(place);
    if (!isMore) setAnchor(place);
    if (!isMore) setIsWholeRows(false);
  };
  return {
    at,
    range: rangeBetween(at, spotOf(anchor)),
    isWholeRows,
    rowId: here.row,
    columnId: here.column,
    writing: writing?.key === cellKey(here.row, here.column) ? writing : null,
    size,
    indexOf,
    go,
    goTo: (row, column) => {
      const place = { row, column, spot: { row: rowIds.length, column: 0 } };
      setActive(place);
      setAnchor(place);
      setIsWholeRows(false);
    },
    select: (from, to, isRows = false) => {
      setAnchor(placeOf(within(from, size)));
      setActive(placeOf(within(to, size)));
      setIsWholeRows(isRows);
    },
    write: (begun) => setWriting({ ...begun, key: cellKey(here.row, here.column) }),
    stopWriting: () => setWriting(null),
  };
}
