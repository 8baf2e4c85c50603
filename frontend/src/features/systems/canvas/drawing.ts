/** From the parts of a system and their places to what the canvas draws. */
import type { Arrangement, Boundary, Element, Flow } from "@/api/types";
import { type Box, lineBetween, pathOf, type Spot } from "./geometry";
import { type Label, labelsOf, type Surroundings } from "./labels";
import { widthOf } from "./lettering";

export interface DrawnElement {
  element: Element;
  box: Box;
}

export interface DrawnBoundary {
  boundary: Boundary;
  box: Box;
  depth: number;
}

export interface DrawnFlow {
  flow: Flow;
  path: string;
  label: Label | null;
}

export interface Drawing {
  elements: DrawnElement[];
  boundaries: DrawnBoundary[];
  flows: DrawnFlow[];
  /** How many elements have no place on this diagram. */
  missing: number;
}

export interface Model {
  elements: readonly Element[];
  boundaries: readonly Boundary[];
  flows: readonly Flow[];
}

const CARD = { width: 168, height: 64 };
const GAP = 48;
const COLUMNS = 4;
const TITLE = { size: 14.5, height: 24 };

export function drawingOf(model: Model, arrangement: Arrangement): Drawing {
  const boxes = new Map<string, Box>();
  for (const { element, boundary, x, y, width, height } of arrangement.placements) {
    const id = element ?? boundary;
    if (id) boxes.set(id, { x, y, width, height });
  }
  if (boxes.size === 0) gridOf(model.elements).forEach((box, id) => boxes.set(id, box));
  const bends = new Map<string, readonly Spot[]>(arrangement.flows.map((flow) => [flow.flow, flow.bends]));
  const elements = model.elements.flatMap((element) => withBox(element, boxes, (box) => ({ element, box })));
  const boundaries = model.boundaries.flatMap((boundary) =>
    withBox(boundary, boxes, (box) => ({ boundary, box, depth: depthOf(boundary, model.boundaries) })),
  );
  const around = {
    cards: elements.map(({ box }) => box),
    boundaries: boundaries.map(({ box }) => box),
    titles: boundaries.map(({ boundary, box }) => titleOf(boundary, box)),
  };
  return {
    elements,
    boundaries,
    flows: flowsOf(model.flows, boxes, bends, around),
    missing: model.elements.length - elements.length,
  };
}

function withBox<Drawn>(part: { id: string }, boxes: ReadonlyMap<string, Box>, draw: (box: Box) => Drawn): Drawn[] {
  const box = boxes.get(part.id);
  return box ? [draw(box)] : [];
}

/** About the room that the name and the trust of a boundary take under its upper edge. */
const titleOf = ({ name, trust }: Boundary, { x, y, width }: Box): Box => ({
  x: x + 8,
  y: y + 2,
  width: Math.min(width - 8, widthOf(`${name}  ${trust}`, TITLE.size)),
  height: TITLE.height,
});

/** How many boundaries lie around this one. A ring of parents, which the server refuses, ends at the number of boundaries. */
function depthOf(boundary: Boundary, all: readonly Boundary[]): number {
  const byId = new Map(all.map((one) => [one.id, one]));
  let depth = 0;
  let parent = boundary.parent;
  while (parent && depth < all.length) {
    depth += 1;
    parent = byId.get(parent)?.parent ?? null;
  }
  return depth;
}

function flowsOf(
  flows: readonly Flow[],
  boxes: ReadonlyMap<string, Box>,
  bends: ReadonlyMap<string, readonly Spot[]>,
  around: Surroundings,
): DrawnFlow[] {
  const places = placesOf(flows.filter((flow) => !bends.get(flow.id)?.length));
  const lines = flows.flatMap((flow) => {
    const source = boxes.get(flow.source);
    const target = boxes.get(flow.target);
    if (!source || !target) return [];
    return [
      { flow, name: flow.name, points: lineBetween(source, target, bends.get(flow.id) ?? [], places.get(flow.id)) },
    ];
  });
  const labels = labelsOf(lines, around);
  return lines.map(({ flow, points }, index) => ({ flow, path: pathOf(points), label: labels[index] ?? null }));
}

/** Straight flows between the same two boxes stand side by side: 0 alone, −½ and ½ as a pair. */
function placesOf(flows: readonly Flow[]): ReadonlyMap<string, number> {
  const between = new Map<string, Flow[]>();
  for (const flow of flows) {
    const ends = [flow.source, flow.target].sort().join(" ");
    between.set(ends, [...(between.get(ends) ?? []), flow]);
  }
  const places = new Map<string, number>();
  for (const group of between.values())
    group.forEach((flow, index) => places.set(flow.id, index - (group.length - 1) / 2));
  return places;
}

/** A plain grid for a system that nobody has arranged, elements of one boundary together. */
function gridOf(elements: readonly Element[]): ReadonlyMap<string, Box> {
  const ordered = elements.toSorted((one, other) => (one.boundary ?? "").localeCompare(other.boundary ?? ""));
  return new Map(
    ordered.map((element, index) => [
      element.id,
      { x: (index % COLUMNS) * (CARD.width + GAP), y: Math.floor(index / COLUMNS) * (CARD.height + GAP), ...CARD },
    ]),
  );
}
