/** Where small signs on boxes stand so that no line runs over them: names of boundaries, counts of findings. */
import type { Boundary } from "@/api/types";
import { messages } from "@/lib/messages";
import type { Box, Spot } from "./geometry";
import { BOLD, linesOf, widthOf } from "./lettering";

/** As the style sheet draws the name of a boundary. */
export const TITLE = { size: 14, trustSize: 13, top: 4, leading: 17, inset: 10, gap: 8, clear: 6 };
/** Not even a word stands in less. */
const NARROWEST = 24;
const MOST_LINES = 2;
/** What the counts of findings take beyond the upper or lower edge of a card. */
export const COUNTS = { width: 66, height: 12, inset: 6 };
export type Corner = "top-right" | "top-left" | "bottom-right" | "bottom-left";
const CORNERS: readonly Corner[] = ["top-right", "top-left", "bottom-right", "bottom-left"];

export interface Title {
  /** From the left edge of the boundary. */
  inset: number;
  width: number;
  /** The name; in two lines where lines leave no room beside them for one. */
  lines: readonly string[];
  /** Whether there is room for the trust beside the name. */
  isWhole: boolean;
}

/** Straight pieces of lines one after the other, as x1, y1, x2, y2: each boundary looks at all of them. */
export type Pieces = readonly number[];

export const piecesOf = (lines: readonly { points: readonly Spot[] }[]): Pieces =>
  lines.flatMap(({ points }) => points.slice(1).flatMap((end, index) => [...(points[index] as Spot), ...end]));

export const titleBox = ({ inset, width, lines }: Title, { x, y }: Box): Box => ({
  x: x + inset,
  y: y + 1,
  width,
  height: heightOf(lines.length),
});

const heightOf = (lines: number): number => TITLE.top + lines * TITLE.leading + TITLE.top;

/** Name and trust in the first stretch under the upper edge that no line crosses; else the name alone, in one line or two. */
export function titleOf(boundary: Boundary, box: Box, pieces: Pieces): Title {
  const trust = messages.vocabulary.trust[boundary.trust] ?? "";
  const name = widthOf(boundary.name, TITLE.size * BOLD);
  const whole = name + (trust ? TITLE.gap + widthOf(trust, TITLE.trustSize) : 0);
  const free = freeStretches(box, pieces, heightOf(1));
  for (const width of [whole, name]) {
    const found = free.find(([start, end]) => width <= end - start);
    if (found) return { inset: found[0] - box.x, width, lines: [boundary.name], isWhole: width === whole };
  }
  for (const [start, end] of freeStretches(box, pieces, heightOf(MOST_LINES))) {
    const two = end - start > NARROWEST && linesOf(boundary.name, end - start, MOST_LINES, TITLE.size * BOLD);
    if (two) return { inset: start - box.x, width: end - start, lines: two, isWhole: false };
  }
  const width = Math.min(whole, box.width - 2 * TITLE.inset);
  return { inset: TITLE.inset, width, lines: [boundary.name], isWhole: true };
}

function freeStretches({ x, y, width }: Box, pieces: Pieces, height: number): [number, number][] {
  const taken: [number, number][] = [];
  for (let at = 0; at < pieces.length; at += 4) {
    const [x1, y1, x2, y2] = [pieces[at] ?? 0, pieces[at + 1] ?? 0, pieces[at + 2] ?? 0, pieces[at + 3] ?? 0];
    const isOff = Math.max(y1, y2) < y || Math.min(y1, y2) > y + height + 2;
    if (isOff || Math.max(x1, x2) < x || Math.min(x1, x2) > x + width) continue;
    taken.push([Math.min(x1, x2) - TITLE.clear, Math.max(x1, x2) + TITLE.clear]);
  }
  taken.sort(([one], [other]) => one - other);
  const free: [number, number][] = [];
  let at = x + TITLE.inset;
  for (const [start, end] of taken) {
    if (start > at) free.push([at, start]);
    at = Math.max(at, end);
  }
  return [...free, [at, x + width - TITLE.inset]];
}

/** The first corner of a card at which no line begins or ends. */
export function cornerOf(box: Box, ends: readonly Spot[]): Corner {
  const isFree = (corner: Corner) => {
    const { x, y, width, height } = countsBox(corner, box);
    return !ends.some(([left, top]) => left > x - 6 && left < x + width + 6 && top >= y - 2 && top <= y + height + 2);
  };
  return CORNERS.find(isFree) ?? "top-right";
}

export function countsBox(corner: Corner, box: Box): Box {
  const width = Math.min(COUNTS.width, box.width / 2);
  return {
    x: corner.endsWith("left") ? box.x + COUNTS.inset : box.x + box.width - COUNTS.inset - width,
    y: corner.startsWith("top") ? box.y - COUNTS.height : box.y + box.height,
    width,
    height: COUNTS.height,
  };
}
