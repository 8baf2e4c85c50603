/** Bends of a flow's line: adding, moving and taking away one. */
import { GRID, snapped } from "./adding";
import type { Spot } from "./geometry";
import type { DrawnFlow, Scene } from "./scene";

/** How near to the straight line between its neighbours a bend is none any more. */
const STRAIGHT = 4;

/** A new bend in one piece of the line, between the bends around that. */
export const withBendIn = (bends: readonly Spot[], piece: number, spot: Spot): Spot[] => [
  ...bends.slice(0, piece),
  onGrid(spot),
  ...bends.slice(piece),
];

export const withBendMoved = (bends: readonly Spot[], index: number, spot: Spot): Spot[] =>
  bends.map((bend, at) => (at === index ? onGrid(spot) : bend));

export const withoutBend = (bends: readonly Spot[], index: number): Spot[] => bends.filter((_, at) => at !== index);

/** Without bends that bend nothing. */
export function straightened({ bends, points }: DrawnFlow): Spot[] {
  const stops = stopsOf(bends, points);
  return bends.filter((bend, index) => {
    const [before, after] = [stops[index], stops[index + 2]];
    return !before || !after || distanceTo(bend, before, after) > STRAIGHT;
  });
}

/** The middle of each piece, where a new bend can be pulled out. */
export function middlesOf({ bends, points }: DrawnFlow): Spot[] {
  const stops = stopsOf(bends, points);
  return stops.slice(1).map((end, index) => {
    const start = stops[index] ?? end;
    return [(start[0] + end[0]) / 2, (start[1] + end[1]) / 2];
  });
}

/** One bend more in the middle of a flow, for those who have no pointer. */
export function bentInMiddle(scene: Pick<Scene, "flows">, id: string): Spot[] | undefined {
  const drawn = scene.flows.find(({ flow }) => flow.id === id);
  if (!drawn) return undefined;
  const piece = Math.floor(drawn.bends.length / 2);
  const middle = middlesOf(drawn)[piece];
  return middle && withBendIn(drawn.bends, piece, [middle[0], middle[1] + 4 * GRID]);
}

/** Both ends and the bends between; a loop without bends has more points than that. */
const stopsOf = (bends: readonly Spot[], points: readonly Spot[]): Spot[] => [
  ...points.slice(0, 1),
  ...bends,
  ...points.slice(-1),
];

const onGrid = ([x, y]: Spot): Spot => [snapped(x), snapped(y)];

function distanceTo([x, y]: Spot, [x1, y1]: Spot, [x2, y2]: Spot): number {
  const [along, down] = [x2 - x1, y2 - y1];
  const length = along * along + down * down;
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * along + (y - y1) * down) / length));
  return Math.hypot(x - x1 - share * along, y - y1 - share * down);
}
