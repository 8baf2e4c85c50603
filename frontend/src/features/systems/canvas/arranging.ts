/** Aligning and distributing: how far each of several boxes has to move. */
import type { Box, Spot } from "./geometry";
import type { Moves } from "./moving";
import { boxAround } from "./nesting";

export type Alignment = "left" | "center" | "right" | "top" | "middle" | "bottom";
export type Direction = "across" | "down";

type Boxes = ReadonlyMap<string, Box>;

export function alignMoves(boxes: Boxes, alignment: Alignment): Moves {
  const all = boxAround([...boxes.values()]);
  const by: Record<Alignment, (box: Box) => Spot> = {
    left: ({ x }) => [all.x - x, 0],
    center: ({ x, width }) => [all.x + all.width / 2 - (x + width / 2), 0],
    right: ({ x, width }) => [all.x + all.width - (x + width), 0],
    top: ({ y }) => [0, all.y - y],
    middle: ({ y, height }) => [0, all.y + all.height / 2 - (y + height / 2)],
    bottom: ({ y, height }) => [0, all.y + all.height - (y + height)],
  };
  return onlyMoved([...boxes].map(([id, box]) => [id, by[alignment](box)] as const));
}

/** Equal gaps between neighbours; the outermost two stay where they are. */
export function distributeMoves(boxes: Boxes, direction: Direction): Moves {
  const [start, size] = direction === "across" ? (["x", "width"] as const) : (["y", "height"] as const);
  const row = [...boxes].toSorted(([, one], [, other]) => one[start] - other[start]);
  const all = boxAround([...boxes.values()]);
  const filled = row.reduce((sum, [, box]) => sum + box[size], 0);
  const gap = (all[size] - filled) / (row.length - 1);
  let at = all[start];
  const moves = row.map(([id, box]) => {
    const by = at - box[start];
    at += box[size] + gap;
    return [id, direction === "across" ? [by, 0] : [0, by]] as readonly [string, Spot];
  });
  return onlyMoved(moves);
}

const onlyMoved = (moves: readonly (readonly [string, Spot])[]): Moves =>
  new Map(moves.filter(([, [x, y]]) => Math.abs(x) > 0.01 || Math.abs(y) > 0.01));
