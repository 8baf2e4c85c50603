/** What lies in what: the contents of boundaries, and the boundary that holds what is dropped at a spot. */
import type { Box, Spot } from "./geometry";
import type { DrawnElement, Model, Scene } from "./scene";

/** Everything inside these boundaries, however deep; without the boundaries themselves. */
export function contentsOf({ elements, boundaries }: Model, outer: ReadonlySet<string>): ReadonlySet<string> {
  const inside = new Set<string>();
  const holds = (id: string | null) => id !== null && (outer.has(id) || inside.has(id));
  for (let isDone = false; !isDone;) {
    isDone = true;
    for (const { id, parent } of boundaries)
      if (holds(parent) && !inside.has(id)) {
        inside.add(id);
        isDone = false;
      }
  }
  for (const { id, boundary } of elements) if (holds(boundary)) inside.add(id);
  return inside;
}

/** Boxes of what is selected and does not lie in something that is. */
export function outermostOf({ model, boxes }: Scene, selected: ReadonlySet<string>): ReadonlyMap<string, Box> {
  const inside = contentsOf(model, selected);
  return new Map([...boxes].filter(([id]) => selected.has(id) && !inside.has(id)));
}

/** The deepest boundary around the middle of a box, of those that are not left out. */
export function boundaryAround(
  { boundaries, boxes }: Pick<Scene, "boundaries" | "boxes">,
  { x, y, width, height }: Box,
  leftOut: ReadonlySet<string>,
): string | null {
  const [middle, center] = [x + width / 2, y + height / 2];
  let found: { id: string; depth: number } | null = null;
  for (const { boundary, depth } of boundaries) {
    const box = boxes.get(boundary.id);
    if (!box || leftOut.has(boundary.id)) continue;
    const isIn = box.x <= middle && middle <= box.x + box.width && box.y <= center && center <= box.y + box.height;
    if (isIn && depth >= (found?.depth ?? 0)) found = { id: boundary.id, depth };
  }
  return found?.id ?? null;
}

/** The element at a spot or so far beside it, the uppermost of several. */
export function elementAt({ elements }: Pick<Scene, "elements">, [x, y]: Spot, beside = 0): string | null {
  const isThere = ({ box }: DrawnElement) =>
    x >= box.x - beside && x <= box.x + box.width + beside && y >= box.y - beside && y <= box.y + box.height + beside;
  return elements.findLast(isThere)?.element.id ?? null;
}

/** In which boundary each part lies. */
export const homesOf = ({ elements, boundaries }: Model): ReadonlyMap<string, string | null> =>
  new Map([
    ...elements.map(({ id, boundary }) => [id, boundary] as const),
    ...boundaries.map(({ id, parent }) => [id, parent] as const),
  ]);

/** The smallest box around all of these. */
export function boxAround(boxes: readonly Box[]): Box {
  const left = Math.min(...boxes.map(({ x }) => x));
  const top = Math.min(...boxes.map(({ y }) => y));
  const right = Math.max(...boxes.map(({ x, width }) => x + width));
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height));
  return { x: left, y: top, width: right - left, height: bottom - top };
}
