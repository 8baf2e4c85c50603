/** What a table asks of those who use it. */
import type { ReactNode } from "react";
import type { Column, Edit, Sorting, Texts } from "@/lib/table/columns";
import type { Range } from "./walking";

/** The row at the end, to type into. */
export const NEW = "new";

/** What became of a text that somebody typed. */
export interface Outcome {
  problem?: string;
  /** Where to go on instead of the next cell. */
  goTo?: { row: string; column: string };
}

/** A text that was typed and could not be kept. */
export interface Refused extends Edit {
  /** What it was to do, in words. */
  said: string;
  problem: string;
}

export const cellKey = (row: string, column: string): string => `${row} ${column}`;

/** Deeds on a table. Ranges are in the rows and columns as they are shown. */
export interface GridDeeds {
  write: (edit: Edit) => Outcome;
  /** The writing has ended without being asked to: as before, or where the cell or the page has gone, without showing it there. */
  leave: (edit: Edit, isPage: boolean) => void;
  /** False where there is nothing to let go. */
  letGo: (row: string, column: string) => boolean;
  clear: (range: Range, isWholeRows: boolean) => void;
  /** Gives the cells below the first of a range what that says; a single row takes what stands above it. */
  fill: (range: Range) => void;
  copy: (range: Range) => string;
  /** At the upper corner of the range, or into all of it where the text is a single cell. */
  paste: (text: string, range: Range) => void;
  duplicate: (range: Range) => void;
  open: (row: string) => void;
  /** Goes to the row to type into. */
  begin: (from: string | null) => { row: string; column: string } | null;
  say: (words: string) => void;
  sort: (column: string) => void;
}

export interface GridProps<Row> {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  nameOf: (row: Row) => string;
  /** What has been typed into the last row so far; null where nothing can be added. */
  draft: Texts | null;
  refused: ReadonlyMap<string, Refused>;
  sorting: Sorting | null;
  isReadOnly: boolean;
  /** The row that is open at the side. */
  opened: string | undefined;
  show?: ((row: Row, column: string) => ReactNode) | undefined;
  marks?: ((row: Row) => ReactNode) | undefined;
  isFaded?: ((row: Row) => boolean) | undefined;
  deeds: GridDeeds;
  onRange: (range: Range | null, isWholeRows: boolean) => void;
  /** Grows when somebody asks for the row to type into from elsewhere. */
  begun: number;
  /** Grows when the cell that had the focus is to have it again. */
  resumed: number;
}
