/** Putting a selection into a new boundary. */
import type { Change, Create, Operation } from "@/api/operations";
import { makeId } from "@/lib/ids";
import { type Added, freeName } from "./adding";
import { placing } from "./moving";
import { boxAround, contentsOf, homesOf } from "./nesting";
import type { Scene } from "./scene";

const ROOM = { side: 24, top: 40 };

/** Null where the selection holds nothing that a boundary could hold. */
export function groupOperations(scene: Scene, selected: ReadonlySet<string>, label: string): Added | null {
  const homes = homesOf(scene.model);
  const inside = contentsOf(scene.model, selected);
  const members = [...selected].filter((id) => homes.has(id) && scene.boxes.has(id) && !inside.has(id));
  if (members.length === 0) return null;
  const { x, y, width, height } = boxAround(members.flatMap((id) => scene.boxes.get(id) ?? []));
  const box = {
    x: x - ROOM.side,
    y: y - ROOM.top,
    width: width + 2 * ROOM.side,
    height: height + ROOM.top + ROOM.side,
  };
  const around = new Set(members.map((id) => homes.get(id) ?? null));
  const [parent = null] = around.size === 1 ? around : [null];
  const id = makeId();
  const name = freeName(
    scene.model.boundaries.map((boundary) => boundary.name),
    label,
  );
  const create: Create = { op: "create", type: "boundary", id, values: { name, parent } };
  const isElement = new Set(scene.model.elements.map((element) => element.id));
  const into = members.map((member): Change =>
    isElement.has(member)
      ? { op: "change", type: "element", id: member, values: { boundary: id } }
      : { op: "change", type: "boundary", id: member, values: { parent: id } },
  );
  const place = placing(scene, new Map());
  const drawn = { ...place, placements: [...(place.placements ?? []), { boundary: id, ...box }] };
  const operations: Operation[] = [create, ...into, drawn];
  return { id, operations };
}
