/** Aligning and distributing: how far each of several boxes has to move to stand on whole units. */
import type { Box } from "./geometry";
import type { Moves } from "./moving";
import { boxAround } from "./nesting";

export type Alignment = "left" | "center" | "right" | "top" | "middle" | "bottom";
export type Direction = "across" | "down";

type Boxes = ReadonlyMap<string, Box>;
type Axis = readonly [start: "x" | "y", size: "width" | "height"];

const ACROSS: Axis = ["x", "width"];
const DOWN: Axis = ["y", "height"];
/** The axis along which boxes move, and where on it they meet: at their start, middle or end. */
const MEETING: Record<Alignment, readonly [axis: Axis, share: number]> = {
  left: [ACROSS, 0],
  center: [ACROSS, 0.5],
  right: [ACROSS, 1],
  top: [DOWN, 0],
  middle: [DOWN, 0.5],
  bottom: [DOWN, 1],
};

/** The first comes to stand on a whole unit; others beside it where they meet it, which may be between two units. */
export function alignMoves(boxes: Boxes, alignment: Alignment, unit: number): Moves {
  const [[start, size], share] = MEETING[alignment];
  const all = boxAround([...boxes.values()]);
  const line = all[start] + share * all[size];
  const [first] = boxes.values();
  const toFirst = first ? line - share * first[size] : line;
  const aside = rounded(toFirst, unit) - toFirst;
  return movesTo(
    start,
    [...boxes].map(([id, box]) => [id, box, Math.round(line + aside - share * box[size])]),
  );
}

/** Equal gaps between neighbours, up to whole units; the outermost two stay where they are. */
export function distributeMoves(boxes: Boxes, direction: Direction, unit: number): Moves {
  const [start, size] = direction === "across" ? ACROSS : DOWN;
  const row = [...boxes].toSorted(([, one], [, other]) => one[start] - other[start]);
  const all = boxAround([...boxes.values()]);
  const filled = row.reduce((sum, [, box]) => sum + box[size], 0);
  const gap = (all[size] - filled) / (row.length - 1);
  let at = all[start];
  const spots = row.map(([id, box]): Goal => {
    const to = rounded(at, unit);
    at += box[size] + gap;
    return [id, box, to];
  });
  return movesTo(start, spots.slice(1, -1));
}

type Goal = [id: string, box: Box, to: number];

const rounded = (number: number, unit: number): number => Math.round(number / unit) * unit;

function movesTo(start: Axis[0], goals: readonly Goal[]): Moves {
  const moved = goals.filter(([, box, to]) => Math.abs(to - box[start]) > 0.01);
  return new Map(
    moved.map(([id, box, to]) => {
      const by = to - box[start];
      return [id, start === "x" ? [by, 0] : [0, by]];
    }),
  );
}
