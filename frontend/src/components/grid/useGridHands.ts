/** What pointer and clipboard do in a table. */
import type { ClipboardEvent, MouseEvent } from "react";
import { isTyping } from "@/lib/shortcuts";
import type { GridProps } from "./types";
import type { GridState } from "./useGridState";
import { type Spot, TITLES } from "./walking";

export function useGridHands<Row>(
  { deeds, columns, isReadOnly }: GridProps<Row>,
  state: GridState,
  hands: { edit: () => void; wantFocus: () => void },
) {
  const { at, range, writing, isWholeRows } = state;
  const onMouseDown = (event: MouseEvent) => {
    const spot = spotOf(event);
    if (!spot || event.button !== 0 || isTyping(event.target)) return;
    hands.wantFocus();
    state.go(spot, event.shiftKey && spot.row !== TITLES);
    if (spot.row === TITLES) deeds.sort(columns[spot.column]?.id ?? "");
  };
  const onMouseOver = (event: MouseEvent) => {
    const spot = event.buttons === 1 && !writing ? spotOf(event) : null;
    if (spot && spot.row !== TITLES && at.row !== TITLES) state.go(spot, true);
  };
  const onDoubleClick = () => {
    if (at.row !== TITLES && !writing) hands.edit();
  };
  const onCopy = (event: ClipboardEvent) => {
    if (isTyping(event.target) || at.row === TITLES) return;
    event.clipboardData.setData("text/plain", deeds.copy(range));
    event.preventDefault();
    if (event.type === "cut" && !isReadOnly) deeds.clear(range, isWholeRows);
  };
  const onPaste = (event: ClipboardEvent) => {
    if (isTyping(event.target) || isReadOnly || at.row === TITLES) return;
    event.preventDefault();
    deeds.paste(event.clipboardData.getData("text/plain"), range);
  };
  return { onMouseDown, onMouseOver, onDoubleClick, onCopy, onCut: onCopy, onPaste };
}

function spotOf(event: MouseEvent): Spot | null {
  const cell = (event.target as Element).closest<HTMLElement>("[data-column]");
  return cell ? { row: Number(cell.dataset.row), column: Number(cell.dataset.column) } : null;
}
