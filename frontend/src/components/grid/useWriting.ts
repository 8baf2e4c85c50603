/** Writing in the cell in focus: how it begins, and what becomes of the text. */
import { useState } from "react";
import { messages } from "@/lib/messages";
import { hasCell, textOf } from "@/lib/table/columns";
import type { Onward } from "./editing";
import { cellKey, type GridProps, NEW } from "./types";
import type { GridState, Writing } from "./useGridState";

const ONWARD: Record<Onward, [number, number]> = {
  down: [1, 0],
  up: [-1, 0],
  right: [0, 1],
  left: [0, -1],
  stay: [0, 0],
};

export function useWriting<Row extends { id: string; version: number }>(props: GridProps<Row>, state: GridState) {
  const { columns, rows, draft, deeds, refused, isReadOnly } = props;
  const { at, writing, rowId, columnId } = state;
  const [problem, setProblem] = useState<string>();
  const column = columns[at.column];
  const row = rows[at.row];
  const version = row?.version;
  const own = column && row ? textOf(column, row) : "";
  const before = rowId === NEW ? (draft?.[columnId] ?? "") : own;

  const edit = (typed?: string) => {
    if (isReadOnly || !column?.read || (row && !hasCell(column, row))) {
      // A cell that only tells leads to what it tells of.
      if (typed === undefined && row) deeds.open(row.id);
      else deeds.say(messages.grid.isReadOnly);
      return;
    }
    setProblem(undefined);
    const text = typed ?? refused.get(cellKey(rowId, columnId))?.text ?? before;
    state.write({ text, isTyped: typed !== undefined, before, version });
  };

  const keep = (text: string, onward: Onward): boolean => {
    if (!writing) return true;
    // Somebody else wrote here meanwhile, and the person has to know before that is lost.
    if (writing.before !== before && text !== before && rowId !== NEW) {
      setProblem(messages.grid.clash(before));
      state.write({ text, isTyped: writing.isTyped, before, version });
      return false;
    }
    const { problem: found, goTo } = deeds.write(editOf(text, writing));
    if (found) {
      setProblem(found);
      return false;
    }
    state.stopWriting();
    const [down, right] = ONWARD[onward];
    if (goTo && (down > 0 || right > 0)) state.goTo(goTo.row, goTo.column);
    // The last row has nothing below it, so that one goes on to the right there.
    else if (rowId === NEW) state.go({ row: at.row, column: at.column + (right || Math.max(0, down)) });
    else if (down || right) state.go({ row: at.row + down, column: at.column + right });
    return true;
  };

  const leave = (text: string, isPage: boolean): void => {
    if (!writing) return;
    if (writing.isTyped || text !== writing.text) deeds.leave(editOf(text, writing), isPage);
    state.stopWriting();
  };
  // As of the version at which the writing began: who changed the same since then is in conflict.
  const editOf = (text: string, begun: Writing) => ({ row: rowId, column: columnId, text, version: begun.version });
  return { edit, keep, leave, problem, column, row, before };
}
