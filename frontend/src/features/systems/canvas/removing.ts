/** What removing a selection does. What lies in a boundary that goes moves out to the one around it. */
import type { Change, Delete, Operation } from "@/api/operations";
import { homesOf } from "./nesting";
import type { Model, Scene } from "./scene";

export function removeOperations(model: Model, selected: ReadonlySet<string>): Operation[] {
  const { elements, boundaries, flows } = model;
  const isGone = (part: { id: string }) => selected.has(part.id);
  const homes = homesOf(model);
  const stays = (home: string | null): string | null =>
    home !== null && selected.has(home) ? stays(homes.get(home) ?? null) : home;
  const out = [
    ...elements.map(({ id, boundary }) => ["element", "boundary", id, boundary] as const),
    ...boundaries.map(({ id, parent }) => ["boundary", "parent", id, parent] as const),
  ].flatMap(([type, field, id, home]): Change[] =>
    home !== null && selected.has(home) && !selected.has(id)
      ? [{ op: "change", type, id, values: { [field]: stays(home) } }]
      : [],
  );
  const deletes = [
    ...flows.filter(isGone).map(({ id }): Delete => ({ op: "delete", type: "flow", id })),
    ...elements.filter(isGone).map(({ id }): Delete => ({ op: "delete", type: "element", id })),
    ...boundaries.filter(isGone).map(({ id }): Delete => ({ op: "delete", type: "boundary", id })),
  ];
  return [...out, ...deletes];
}

/** Off the diagram and still in the model. */
export const takeOff = ({ diagram }: Scene, ids: readonly string[]): Operation[] =>
  ids.length > 0 ? [{ op: "place", diagram, gone: ids }] : [];
