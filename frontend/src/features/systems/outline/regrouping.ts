/** Moving parts between boundaries, and turning flows, without a drawing. */
import type { Change, Operation } from "@/api/operations";
import type { Flow } from "@/api/types";
import { makeId } from "@/lib/ids";
import { freeName } from "../canvas/adding";
import { contentsOf, homesOf } from "../canvas/nesting";
import type { Model } from "../canvas/scene";

/** Of these, the elements and boundaries that lie in none of the others. */
function outermost(model: Model, ids: ReadonlySet<string>): string[] {
  const homes = homesOf(model);
  const inside = contentsOf(model, ids);
  return [...ids].filter((id) => homes.has(id) && !inside.has(id));
}

/** Null where one of them would come to lie in itself. Nothing for what lies there already. */
export function moveInto(model: Model, ids: ReadonlySet<string>, home: string | null): Operation[] | null {
  const isElement = new Set(model.elements.map(({ id }) => id));
  const homes = homesOf(model);
  const moved = outermost(model, ids);
  if (home !== null && (ids.has(home) || contentsOf(model, new Set(moved)).has(home))) return null;
  return moved
    .filter((id) => (homes.get(id) ?? null) !== home)
    .map((id): Change =>
      isElement.has(id)
        ? { op: "change", type: "element", id, values: { boundary: home } }
        : { op: "change", type: "boundary", id, values: { parent: home } },
    );
}

/** A new boundary around these, where all of them lay if that was one place. */
export function groupOf(
  model: Model,
  ids: ReadonlySet<string>,
  label: string,
): { id: string; operations: Operation[] } {
  const homes = homesOf(model);
  const around = new Set(outermost(model, ids).map((id) => homes.get(id) ?? null));
  const [parent = null] = around.size === 1 ? around : [null];
  const id = makeId();
  const name = freeName(
    model.boundaries.map((boundary) => boundary.name),
    label,
  );
  const create: Operation = { op: "create", type: "boundary", id, values: { name, parent } };
  return { id, operations: [create, ...(moveInto(model, ids, id) ?? [])] };
}

export const turned = ({ id, source, target }: Flow): Change => ({
  op: "change",
  type: "flow",
  id,
  values: { source: target, target: source },
});
