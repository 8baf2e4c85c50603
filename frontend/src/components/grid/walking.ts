/** Where the keys lead in a table, by the numbers of rows and columns. The row above the first is that of the titles. */

export const TITLES = -1;

export interface Spot {
  row: number;
  column: number;
}

export interface Size {
  /** With the row to type into, where there is one. */
  rows: number;
  columns: number;
  /** How many rows are in view. */
  page: number;
}

const STEPS: Record<string, (spot: Spot, size: Size) => Spot> = {
  ArrowUp: ({ row, column }) => ({ row: row - 1, column }),
  ArrowDown: ({ row, column }) => ({ row: row + 1, column }),
  ArrowLeft: ({ row, column }) => ({ row, column: column - 1 }),
  ArrowRight: ({ row, column }) => ({ row, column: column + 1 }),
  Home: ({ row }) => ({ row, column: 0 }),
  End: ({ row }, { columns }) => ({ row, column: columns - 1 }),
  PageUp: ({ row, column }, { page }) => ({ row: row === TITLES ? row : Math.max(0, row - page), column }),
  PageDown: ({ row, column }, { page }) => ({ row: row + page, column }),
};
const FAR: Record<string, (spot: Spot, size: Size) => Spot> = {
  Home: () => ({ row: 0, column: 0 }),
  End: (_, { rows, columns }) => ({ row: rows - 1, column: columns - 1 }),
  ArrowUp: ({ column }) => ({ row: 0, column }),
  ArrowDown: ({ column }, { rows }) => ({ row: rows - 1, column }),
  ArrowLeft: ({ row }) => ({ row, column: 0 }),
  ArrowRight: ({ row }, { columns }) => ({ row, column: columns - 1 }),
};

/** Null for a key that leads nowhere. */
export function walked(spot: Spot, key: string, isFar: boolean, size: Size): Spot | null {
  const step = (isFar ? FAR : STEPS)[key];
  return step ? within(step(spot, size), size) : null;
}

export const within = ({ row, column }: Spot, { rows, columns }: Pick<Size, "rows" | "columns">): Spot => ({
  row: Math.min(Math.max(row, TITLES), rows - 1),
  column: Math.min(Math.max(column, 0), columns - 1),
});

export interface Range {
  top: number;
  bottom: number;
  first: number;
  last: number;
}

/** The cells between two corners; titles are never among them. */
export const rangeBetween = (one: Spot, other: Spot): Range => ({
  top: Math.max(0, Math.min(one.row, other.row)),
  bottom: Math.max(one.row, other.row),
  first: Math.min(one.column, other.column),
  last: Math.max(one.column, other.column),
});
