/** What moving, resizing and dropping do: boxes, lines with their bends, and which boundary holds what. */
import type { Change, Operation, Place } from "@/api/operations";
import type { Box, Spot } from "./geometry";
import { boundaryAround, boxAround, contentsOf, homesOf } from "./nesting";
import { type DrawnFlow, drawnFlow, type Scene } from "./scene";

/** How far each part is moved; parts that stand still are not there. */
export type Moves = ReadonlyMap<string, Spot>;

export const moved = (box: Box, [x, y]: Spot): Box => ({ ...box, x: box.x + x, y: box.y + y });

/** The same moves with all that lies in the boundaries among them. */
export function withContents(scene: Scene, moves: Moves): Moves {
  const all = new Map(moves);
  for (const { id } of scene.model.boundaries) {
    const by = moves.get(id);
    if (by) for (const inner of contentsOf(scene.model, new Set([id]))) if (!moves.has(inner)) all.set(inner, by);
  }
  return all;
}

export function boxesAfter(scene: Scene, moves: Moves): ReadonlyMap<string, Box> {
  const boxes = new Map(scene.boxes);
  for (const [id, by] of moves) {
    const box = boxes.get(id);
    if (box) boxes.set(id, moved(box, by));
  }
  return boxes;
}

/** The flows that change with the moves. */
export function flowsAfter(scene: Scene, moves: Moves): ReadonlyMap<string, DrawnFlow> {
  if (moves.size === 0) return new Map();
  const boxes = boxesAfter(scene, moves);
  const touched = scene.flows.filter(({ flow }) => moves.has(flow.source) || moves.has(flow.target));
  return new Map(
    touched.flatMap((drawn) => {
      const after = drawnFlow(scene.asides, drawn.flow, bendsAfter(drawn, moves), boxes);
      return after ? [[drawn.flow.id, after] as const] : [];
    }),
  );
}

/** The scene as it is once these moves are saved. */
export function sceneAfter(scene: Scene, moves: Moves): Scene {
  const under = flowsAfter(scene, moves);
  const flows = scene.flows.map((drawn) => under.get(drawn.flow.id) ?? drawn);
  return { ...scene, boxes: boxesAfter(scene, moves), flows };
}

const STILL: Spot = [0, 0];

/** Bends go along where both ends do. Where one end does, a square corner next to it stays square. */
function bendsAfter({ flow, bends, points }: DrawnFlow, moves: Moves): readonly Spot[] {
  if (bends.length === 0) return bends;
  const source = moves.get(flow.source) ?? STILL;
  const target = moves.get(flow.target) ?? STILL;
  if (source[0] === target[0] && source[1] === target[1])
    return bends.map(([x, y]) => [x + source[0], y + source[1]] as const);
  const first = cornerAfter(points[0], bends[0], bends[1] ?? points.at(-1), source);
  const after = [first, ...bends.slice(1)];
  const last = cornerAfter(points.at(-1), after.at(-1), after.at(-2) ?? points[0], target);
  return [...after.slice(0, -1), last];
}

/** A corner between a level and an upright piece follows its end along the upright one, and the other way round. */
function cornerAfter(end: Spot | undefined, corner: Spot | undefined, next: Spot | undefined, [x, y]: Spot): Spot {
  if (!corner || !end || !next) return corner ?? STILL;
  const isLevel = Math.abs(end[1] - corner[1]) < 1;
  const isUpright = Math.abs(end[0] - corner[0]) < 1;
  if (isLevel && Math.abs(next[0] - corner[0]) < 1) return [corner[0], corner[1] + y];
  if (isUpright && Math.abs(next[1] - corner[1]) < 1) return [corner[0] + x, corner[1]];
  return corner;
}

/** The boundary in which a part comes to lie. */
export function homeAfter(scene: Scene, id: string, moves: Moves): string | null {
  const box = scene.boxes.get(id);
  return box ? boundaryAround(scene, moved(box, moves.get(id) ?? STILL), new Set(moves.keys())) : null;
}

/** One operation that draws these boxes and bends. Where nothing was arranged before, all that is drawn becomes so. */
export function placing(scene: Scene, boxes: ReadonlyMap<string, Box>, flows: Iterable<DrawnFlow> = []): Place {
  const all = scene.isArranged ? boxes : new Map([...scene.boxes, ...boxes]);
  const isBoundary = new Set(scene.model.boundaries.map(({ id }) => id));
  return {
    op: "place",
    diagram: scene.diagram,
    placements: [...all].map(([id, box]) => (isBoundary.has(id) ? { boundary: id, ...box } : { element: id, ...box })),
    flows: [...flows].map(({ flow, bends }) => ({ flow: flow.id, bends: bends.map(([x, y]) => [x, y]) })),
  };
}

/** Saves moves: one place for all, and a new home for what was dropped into or out of a boundary. */
export function moveOperations(scene: Scene, moves: Moves): Operation[] {
  const boxes = boxesAfter(scene, moves);
  const changed = new Map(
    [...moves.keys()].flatMap((id) => (boxes.has(id) ? [[id, boxes.get(id) as Box] as const] : [])),
  );
  const bent = [...flowsAfter(scene, moves).values()].filter(({ bends }) => bends.length > 0);
  const carried = contentsOf(scene.model, new Set(moves.keys()));
  const dropped = [...moves.keys()].filter((id) => !carried.has(id));
  const homes = rehoused(scene, boxes, dropped);
  const grown = grownAround(scene, boxes, dropped, homes);
  return [placing(scene, new Map([...changed, ...grown]), bent), ...homes];
}

/** From the edge of a boundary to what lies in it; above there is its name too. */
const INSIDE = { side: 24, top: 40 };

/** What lies around a boundary that was dropped grows, so that nothing sticks out of what holds it. */
function grownAround(scene: Scene, before: Scene["boxes"], dropped: readonly string[], homes: readonly Change[]) {
  const boxes = new Map(before);
  const grown = new Map<string, Box>();
  const parents = new Map(scene.model.boundaries.map(({ id, parent }) => [id, parent]));
  for (const { id, type, values } of homes) if (type === "boundary") parents.set(id, values.parent as string | null);
  for (const start of dropped) {
    const seen = new Set([start]);
    for (let id = start, parent = parents.get(id); parent && !seen.has(parent); id = parent, parent = parents.get(id)) {
      seen.add(parent);
      const [inner, outer] = [boxes.get(id), boxes.get(parent)];
      if (!inner || !outer || holds(outer, inner)) break;
      const { side, top } = INSIDE;
      const room = {
        x: inner.x - side,
        y: inner.y - top,
        width: inner.width + 2 * side,
        height: inner.height + top + side,
      };
      boxes.set(parent, boxAround([outer, room]));
      grown.set(parent, boxAround([outer, room]));
    }
  }
  return grown;
}

const holds = (outer: Box, inner: Box): boolean =>
  outer.x <= inner.x &&
  outer.y <= inner.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

const areaOf = (box: Box | undefined): number => (box ? box.width * box.height : 0);

/** New homes for those of `parts` that lie in another boundary once everything is drawn in `boxes`. */
export function rehoused(scene: Scene, boxes: ReadonlyMap<string, Box>, parts: Iterable<string>): Change[] {
  const all = new Set(parts);
  const homes = homesOf(scene.model);
  const isBoundary = new Set(scene.model.boundaries.map(({ id }) => id));
  return [...all].flatMap((id): Change[] => {
    const box = boxes.get(id);
    if (!box) return [];
    const itself = new Set([id]);
    // Of two that are dropped at once, each around the other's middle, only the larger can be a home.
    const smaller = [...all].filter((other) => areaOf(boxes.get(other)) <= areaOf(box));
    const leftOut = isBoundary.has(id) ? new Set([...smaller, ...contentsOf(scene.model, itself)]) : itself;
    const home = boundaryAround({ boundaries: scene.boundaries, boxes }, box, leftOut);
    // A boundary of another diagram is no reason to leave one that is not drawn here.
    const before = homes.get(id) ?? null;
    if (home === before || (home === null && before !== null && !boxes.has(before))) return [];
    return isBoundary.has(id)
      ? [{ op: "change", type: "boundary", id, values: { parent: home } }]
      : [{ op: "change", type: "element", id, values: { boundary: home } }];
  });
}

/** Saves a new size of a boundary: what lies inside now is in, what was in and lies outside is out. */
export function resizeOperations(scene: Scene, id: string, box: Box): Operation[] {
  const boxes = new Map([...scene.boxes, [id, box]]);
  const homes = homesOf(scene.model);
  const around = homes.get(id) ?? null;
  const concerned = [...homes].filter(([part, home]) => part !== id && (home === id || home === around));
  return [
    placing(scene, new Map([[id, box]])),
    ...rehoused(
      scene,
      boxes,
      concerned.map(([part]) => part),
    ),
  ];
}
