/** Copying and pasting parts, also into another system: as text of our own that any clipboard carries. */
import type { Create, Operation } from "@/api/operations";
import type { Boundary, Element, Flow } from "@/api/types";
import { makeId } from "@/lib/ids";
import { GRID, snapped } from "./adding";
import type { Box, Spot } from "./geometry";
import { placing } from "./moving";
import { boundaryAround, boxAround, contentsOf } from "./nesting";
import type { Scene } from "./scene";

const FORMAT = "bifocal-parts";
const MOST_TEXT = 5_000_000;

interface Copied {
  format: typeof FORMAT;
  elements: Element[];
  boundaries: Boundary[];
  flows: Flow[];
  boxes: Record<string, Box>;
  bends: Record<string, readonly Spot[]>;
}

export interface Pasted {
  operations: Operation[];
  /** The outermost of what is new: what is selected then. */
  ids: string[];
  count: number;
}

/** The selection with what lies in its boundaries, and the flows between all that. Null for nothing that can be copied. */
export function copyOf({ model, boxes, flows }: Scene, selected: ReadonlySet<string>): string | null {
  const inside = contentsOf(model, selected);
  const isTaken = ({ id }: { id: string }) => boxes.has(id) && (selected.has(id) || inside.has(id));
  const elements = model.elements.filter(isTaken);
  const boundaries = model.boundaries.filter(isTaken);
  if (elements.length + boundaries.length === 0) return null;
  const ends = new Set(elements.map(({ id }) => id));
  const between = flows.filter(({ flow }) => ends.has(flow.source) && ends.has(flow.target));
  const copied: Copied = {
    format: FORMAT,
    elements,
    boundaries,
    flows: between.map(({ flow }) => flow),
    boxes: Object.fromEntries([...elements, ...boundaries].map(({ id }) => [id, boxes.get(id) as Box])),
    bends: Object.fromEntries(between.map(({ flow, bends }) => [flow.id, bends])),
  };
  return JSON.stringify(copied);
}

/** Reads what was copied; null for any other text. What it says is checked by the server like everything else. */
export function readCopy(text: string): Copied | null {
  if (text.length > MOST_TEXT || !text.startsWith("{")) return null;
  try {
    const found = JSON.parse(text) as Partial<Copied>;
    const isWhole =
      found.format === FORMAT &&
      [found.elements, found.boundaries, found.flows].every((parts) => Array.isArray(parts) && parts.every(hasId)) &&
      typeof found.boxes === "object" &&
      typeof found.bends === "object" &&
      [...(found.elements ?? []), ...(found.boundaries ?? [])].every(({ id }) => isBox(found.boxes?.[id])) &&
      Object.values(found.bends).every(isLine);
    return isWhole ? (found as Copied) : null;
  } catch {
    return null;
  }
}

const hasId = (part: unknown): boolean => typeof (part as { id?: unknown } | null)?.id === "string";

const isLine = (spots: unknown): boolean =>
  Array.isArray(spots) &&
  spots.every((spot) => Array.isArray(spot) && spot.length === 2 && spot.every((side) => Number.isFinite(side)));

const isBox = (box: unknown): boolean =>
  typeof box === "object" &&
  box !== null &&
  ["x", "y", "width", "height"].every((side) => Number.isFinite((box as Record<string, unknown>)[side]));

/** New parts with new ids, their middle at the spot; without a spot a step beside where they were. */
export function pasteOperations(scene: Scene, copied: Copied, spot?: Spot): Pasted {
  const { elements, boundaries, flows } = copied;
  const ids = new Map([...elements, ...boundaries, ...flows].map(({ id }) => [id, makeId()]));
  const idOf = (id: string) => ids.get(id) ?? id;
  const all = boxAround(Object.values(copied.boxes));
  const [x, y] = spot
    ? [snapped(spot[0] - all.x - all.width / 2), snapped(spot[1] - all.y - all.height / 2)]
    : [3 * GRID, 3 * GRID];
  const boxes = new Map(
    Object.entries(copied.boxes).map(([id, box]) => [idOf(id), { ...box, x: box.x + x, y: box.y + y }]),
  );
  /** What came without the boundary that it lay in lies where it is dropped. */
  const homeOf = (id: string, home: string | null) =>
    home !== null && ids.has(home) ? idOf(home) : boundaryAround(scene, boxes.get(idOf(id)) as Box, new Set());
  const creates = [
    ...outermostFirst(boundaries).map((boundary) =>
      create("boundary", idOf(boundary.id), boundary, { parent: homeOf(boundary.id, boundary.parent) }),
    ),
    ...elements.map((element) =>
      create("element", idOf(element.id), element, { boundary: homeOf(element.id, element.boundary) }),
    ),
    ...flows.map((flow) =>
      create("flow", idOf(flow.id), flow, { source: idOf(flow.source), target: idOf(flow.target) }),
    ),
  ];
  const isBoundary = new Set(boundaries.map(({ id }) => idOf(id)));
  const place = placing({ ...scene, model: { ...scene.model, boundaries } }, new Map());
  const drawn = [...boxes].map(([id, box]) =>
    isBoundary.has(id) ? { boundary: id, ...box } : { element: id, ...box },
  );
  const bends = flows.map(({ id }) => ({
    flow: idOf(id),
    bends: (copied.bends[id] ?? []).map(([left, top]): [number, number] => [left + x, top + y]),
  }));
  const bent = bends.filter((flow) => flow.bends.length > 0);
  const outer = [...elements, ...boundaries].filter(
    (part) => !ids.has(("kind" in part ? part.boundary : part.parent) ?? ""),
  );
  return {
    operations: [...creates, { ...place, placements: [...(place.placements ?? []), ...drawn], flows: bent }],
    ids: outer.map(({ id }) => idOf(id)),
    count: creates.length,
  };
}

/** Everything that a person can say of a part; not its id, its versions and what follows from others. */
const SAID = {
  boundary: ["name", "description", "trust", "attributes", "tags"],
  element: ["name", "kind", "description", "attributes", "out_of_scope", "out_of_scope_reason", "tags"],
  flow: ["name", "description", "attributes", "bidirectional", "tags"],
} as const;

function create(type: keyof typeof SAID, id: string, part: object, more: Record<string, unknown>): Create {
  const said = Object.entries(part).filter(([name]) => (SAID[type] as readonly string[]).includes(name));
  return { op: "create", type, id, values: { ...Object.fromEntries(said), ...more } };
}

function outermostFirst(boundaries: readonly Boundary[]): Boundary[] {
  const waiting = new Map(boundaries.map((boundary) => [boundary.id, boundary]));
  const ordered: Boundary[] = [];
  const take = (boundary: Boundary) => {
    if (!waiting.delete(boundary.id)) return;
    const around = waiting.get(boundary.parent ?? "");
    if (around) take(around);
    ordered.push(boundary);
  };
  boundaries.forEach(take);
  return ordered;
}
