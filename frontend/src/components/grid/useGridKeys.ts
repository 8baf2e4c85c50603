/** The keys of a table while no cell is written in. */
import type { KeyboardEvent } from "react";
import type { Column } from "@/lib/table/columns";
import { isShortcut } from "@/lib/shortcuts";
import { NEW, type GridProps } from "./types";
import type { GridState } from "./useGridState";
import { TITLES, walked } from "./walking";

interface KeyedGrid<Row> {
  props: GridProps<Row>;
  state: GridState;
  page: number;
  /** Begins to write in the cell in focus, where that can be written in. */
  edit: (typed?: string) => void;
}

/** False for a key that the table has no use for. */
export function isGridKey<Row extends { id: string }>(event: KeyboardEvent, grid: KeyedGrid<Row>): boolean {
  const { state, page } = grid;
  const isFar = event.ctrlKey || event.metaKey;
  const next = event.altKey ? null : walked(state.at, event.key, isFar, { ...state.size, page });
  if (next) {
    state.go(next, event.shiftKey && next.row !== TITLES);
    return true;
  }
  return isSelecting(event, grid) || isCommand(event, grid) || isTyped(event, grid);
}

function isSelecting<Row>(event: KeyboardEvent, { state }: KeyedGrid<Row>): boolean {
  const { at, range, size } = state;
  const last = size.columns - 1;
  if (isShortcut(event, "mod+a")) state.select({ row: 0, column: 0 }, { row: size.rows - 1, column: last });
  else if (event.key !== " " || at.row === TITLES) return false;
  else if (event.ctrlKey) state.select({ row: 0, column: at.column }, { row: size.rows - 1, column: at.column });
  else if (event.shiftKey) state.select({ row: range.top, column: 0 }, { row: range.bottom, column: last }, true);
  else return false;
  return true;
}

function isCommand<Row>(event: KeyboardEvent, { props, state, edit }: KeyedGrid<Row>): boolean {
  const { deeds, isReadOnly } = props;
  const { at, range, rowId, columnId } = state;
  const begin = () => {
    const place = deeds.begin(rowId === NEW ? null : rowId);
    if (place) state.goTo(place.row, place.column);
  };
  if (at.row === TITLES && (event.key === "Enter" || event.key === " ")) {
    deeds.sort(columnId);
    return true;
  }
  if (event.key === "Enter" && event.altKey && at.row !== TITLES && rowId !== NEW) {
    deeds.open(rowId);
    return true;
  }
  if (event.key === "Escape") return deeds.letGo(rowId, columnId);
  if (isReadOnly) {
    if (event.key !== "Enter") return false;
    deeds.open(rowId);
    return true;
  }
  const commands: Record<string, () => void> = {
    enter: () => edit(),
    f2: () => edit(),
    "mod+enter": begin,
    delete: () => deeds.clear(range, state.isWholeRows),
    backspace: () => deeds.clear(range, state.isWholeRows),
    "mod+shift+d": () => deeds.duplicate(range),
    "mod+d": () => deeds.fill(range),
  };
  const found = Object.keys(commands).find((shortcut) => isShortcut(event, shortcut));
  if (!found) return false;
  commands[found]?.();
  return true;
}

/** A letter begins to write. The question mark stays the key for the list of keys. */
function isTyped<Row>(event: KeyboardEvent, { props, state, edit }: KeyedGrid<Row>): boolean {
  const isLetter = [...event.key].length === 1 && event.key !== " " && event.key !== "?";
  if (!isLetter || event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return false;
  if (props.isReadOnly || state.at.row === TITLES) return false;
  edit(event.key);
  return true;
}

export const isWritten = <Row>(column: Column<Row> | undefined): boolean => column?.read !== undefined;
