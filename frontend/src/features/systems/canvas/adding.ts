/** What adding does: new elements, boundaries and flows, and where they come to stand. */
import type { Create, Operation } from "@/api/operations";
import { makeId } from "@/lib/ids";
import type { Box, Spot } from "./geometry";
import { placing, rehoused } from "./moving";
import { boundaryAround, homesOf } from "./nesting";
import { CARD, type Scene } from "./scene";
import { titleOf } from "./signs";

export const GRID = 8;
export const AREA = { width: 344, height: 216 };
const STEP = 3 * GRID;

export const snapped = (number: number): number => Math.round(number / GRID) * GRID;

export interface Added {
  id: string;
  operations: Operation[];
}

/** A box of this size around a spot, on the grid, a step aside where another stands just there. */
export function boxAt(scene: Scene, [x, y]: Spot, { width, height }: { width: number; height: number }): Box {
  const box = { x: snapped(x - width / 2), y: snapped(y - height / 2), width, height };
  const isTaken = () => [...scene.boxes.values()].some((other) => other.x === box.x && other.y === box.y);
  while (isTaken()) Object.assign(box, { x: box.x + STEP, y: box.y + STEP });
  return box;
}

export const LANES = { across: 216, down: 112 };
export const AROUND: readonly Spot[] = [0, 1, 2, 3, 4, 5].flatMap((ring) =>
  [-ring, ring].flatMap((far) =>
    Array.from({ length: 2 * ring + 1 }, (_, index) => index - ring).flatMap((near): Spot[] => [
      [-far, near],
      [near, -far],
    ]),
  ),
);

/** The spot itself, or one around it where no element stands: for who has not said where. */
export function freeSpot({ elements }: Pick<Scene, "elements">, [x, y]: Spot): Spot {
  const isFree = ([left, top]: Spot) =>
    elements.every(
      ({ box }) =>
        Math.abs(box.x + box.width / 2 - left) >= CARD.width + GRID ||
        Math.abs(box.y + box.height / 2 - top) >= CARD.height + GRID,
    );
  const spots = AROUND.map(([column, row]): Spot => [x + column * LANES.across, y + row * LANES.down]);
  return spots.find(isFree) ?? [x, y];
}

/** A name that nobody has yet: "Agent", "Agent 2". */
export function freeName(names: readonly string[], wish: string): string {
  const taken = new Set(names);
  let name = wish;
  for (let number = 2; taken.has(name); number += 1) name = `${wish} ${number}`;
  return name;
}

export function addElement(scene: Scene, kind: string, label: string, spot: Spot): Added {
  const id = makeId();
  const box = boxAt(scene, spot, CARD);
  const name = freeName(
    scene.model.elements.map((element) => element.name),
    label,
  );
  const boundary = boundaryAround(scene, box, new Set());
  const create: Create = { op: "create", type: "element", id, values: { name, kind, boundary } };
  return { id, operations: [create, placing(scene, new Map([[id, box]]))] };
}

/** A new boundary takes in what already lies in its box, unless that has a nearer one. */
export function addBoundary(scene: Scene, label: string, spot: Spot): Added {
  return boundaryIn(scene, label, boxAt(scene, spot, AREA));
}

export function boundaryIn(scene: Scene, label: string, box: Box): Added {
  const id = makeId();
  const name = freeName(
    scene.model.boundaries.map((boundary) => boundary.name),
    label,
  );
  const parent = boundaryAround(scene, box, new Set());
  const boundary = { id, name, parent } as Scene["model"]["boundaries"][number];
  const depth = (scene.boundaries.find((drawn) => drawn.boundary.id === parent)?.depth ?? -1) + 1;
  const after: Scene = {
    ...scene,
    model: { ...scene.model, boundaries: [...scene.model.boundaries, boundary] },
    boundaries: [...scene.boundaries, { boundary, box, depth, title: titleOf(boundary, box, []) }],
  };
  const beside = [...homesOf(scene.model)].filter(([, home]) => home === parent).map(([part]) => part);
  const create: Create = { op: "create", type: "boundary", id, values: { name, parent } };
  const boxes = new Map([...scene.boxes, [id, box]]);
  // What is larger than the new one cannot lie in it.
  const smaller = beside.filter((part) => (scene.boxes.get(part)?.width ?? Infinity) < box.width);
  return { id, operations: [create, placing(after, new Map([[id, box]])), ...rehoused(after, boxes, smaller)] };
}

export function addFlow(source: string, target: string): Added {
  const id = makeId();
  return { id, operations: [{ op: "create", type: "flow", id, values: { name: "", source, target } }] };
}
