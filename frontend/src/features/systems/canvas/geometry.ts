/** The line of a flow: where it leaves one box and enters the other, and how its corners are rounded. As the printed drawing does it. */

export type Spot = readonly [x: number, y: number];

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

const RADIUS = 7;
const APART = 14;
const INSET = 8;

const right = (box: Box) => box.x + box.width;
const bottom = (box: Box) => box.y + box.height;
const middle = (box: Box): Spot => [box.x + box.width / 2, box.y + box.height / 2];
const distance = (from: Spot, to: Spot) => Math.hypot(to[0] - from[0], to[1] - from[1]);

interface Piece {
  start: Spot;
  end: Spot;
}

/** Between which two of its corners a line runs longest; null where it has no length at all. */
export function longestPiece(points: readonly Spot[]): Piece | null {
  const pieces = points.slice(1).map((end, index) => ({ start: points[index] ?? end, end }));
  const longest = Math.max(...pieces.map(({ start, end }) => distance(start, end)));
  return pieces.find(({ start, end }) => distance(start, end) === longest) ?? null;
}

export const middleOf = ({ start, end }: Piece): Spot => [(start[0] + end[0]) / 2, (start[1] + end[1]) / 2];

/** From the edge of one box to the edge of the other. `place` moves a straight line aside when several run there. */
export function lineBetween(source: Box, target: Box, bends: readonly Spot[], place = 0): Spot[] {
  const [first] = bends;
  const last = bends.at(-1);
  if (first && last) return [edge(source, first), ...bends, edge(target, last)];
  if (source === target) return loop(source);
  return straight(source, target, place * APART);
}

/** Level or upright where the boxes face each other, else from middle to middle. */
function straight(source: Box, target: Box, aside: number): Spot[] {
  const top = Math.max(source.y, target.y) + INSET;
  const low = Math.min(bottom(source), bottom(target)) - INSET;
  if (top <= low && (right(source) <= target.x || right(target) <= source.x)) {
    const y = Math.min(Math.max((top + low) / 2 + aside, top), low);
    return [edge(source, [middle(target)[0], y]), edge(target, [middle(source)[0], y])];
  }
  const left = Math.max(source.x, target.x) + INSET;
  const far = Math.min(right(source), right(target)) - INSET;
  if (left <= far && (bottom(source) <= target.y || bottom(target) <= source.y)) {
    const x = Math.min(Math.max((left + far) / 2 + aside, left), far);
    return [edge(source, [x, middle(target)[1]]), edge(target, [x, middle(source)[1]])];
  }
  const [x1, y1] = middle(source);
  const [x2, y2] = middle(target);
  const start: Spot = [x1 + aside, y1 - aside];
  const end: Spot = [x2 + aside, y2 - aside];
  return [clipped(source, start, end), clipped(target, end, start)];
}

/** Square to the edge if the next point lies straight across it, else on the way to the middle. */
export function edge(box: Box, [x, y]: Spot): Spot {
  if (box.y <= y && y <= bottom(box) && !(box.x < x && x < right(box)))
    return [x >= right(box) ? right(box) : box.x, y];
  if (box.x <= x && x <= right(box) && !(box.y < y && y < bottom(box)))
    return [x, y >= bottom(box) ? bottom(box) : box.y];
  return clipped(box, middle(box), [x, y]);
}

/** Where a line from inside a box to a point outside leaves it; the start itself if it never does. */
function clipped(box: Box, [x, y]: Spot, end: Spot): Spot {
  const along = end[0] - x;
  const down = end[1] - y;
  const ways: number[] = [];
  if (along) ways.push(((along > 0 ? right(box) : box.x) - x) / along);
  if (down) ways.push(((down > 0 ? bottom(box) : box.y) - y) / down);
  const way = Math.min(...ways.filter((one) => one >= 0 && one <= 1), 1);
  return ways.length === 0 ? [x, y] : [x + along * way, y + down * way];
}

function loop(box: Box): Spot[] {
  const x = right(box) - 3 * INSET;
  const y = box.y + 2 * INSET;
  const out = right(box) + 2 * INSET;
  return [
    [x, box.y],
    [x, box.y - 2 * INSET],
    [out, box.y - 2 * INSET],
    [out, y],
    [right(box), y],
  ];
}

function towards(start: Spot, end: Spot, by: number): Spot {
  const length = distance(start, end) || 1;
  return [start[0] + ((end[0] - start[0]) * by) / length, start[1] + ((end[1] - start[1]) * by) / length];
}

const pair = ([x, y]: Spot): string => `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;

/** SVG path data with rounded corners. */
export function pathOf(points: readonly Spot[]): string {
  const parts: string[] = [];
  points.forEach((corner, index) => {
    const before = points[index - 1];
    const after = points[index + 1];
    if (!before) parts.push(`M${pair(corner)}`);
    else if (!after) parts.push(`L${pair(corner)}`);
    else {
      const radius = Math.min(RADIUS, distance(before, corner) / 2, distance(corner, after) / 2);
      parts.push(`L${pair(towards(corner, before, radius))}Q${pair(corner)} ${pair(towards(corner, after, radius))}`);
    }
  });
  return parts.join("");
}
