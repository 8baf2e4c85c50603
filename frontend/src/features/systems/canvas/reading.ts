/** In which order the elements of a scene are visited by key, and which flows touch one. */
import type { Scene } from "./scene";

const ROW = 48;

/** Row by row, from left to right, as one reads. */
export const readingOrder = ({ elements, boundaries }: Pick<Scene, "elements" | "boundaries">): string[] =>
  [
    ...boundaries.map(({ boundary, box }) => ({ id: boundary.id, box })),
    ...elements.map(({ element, box }) => ({ id: element.id, box })),
  ]
    .toSorted(
      (one, other) =>
        Math.floor(one.box.y / ROW) - Math.floor(other.box.y / ROW) ||
        one.box.x - other.box.x ||
        one.box.y - other.box.y,
    )
    .map(({ id }) => id);

/** The next in a ring of ids, or the one before; the first or the last where none is current. */
export function nextOf(ids: readonly string[], current: string | undefined, step: 1 | -1): string | undefined {
  const index = current === undefined ? -1 : ids.indexOf(current);
  if (index < 0) return step > 0 ? ids[0] : ids.at(-1);
  return ids[(index + step + ids.length) % ids.length];
}
