/** From the parts of a system and their places to what the canvas draws. Names of flows come later: see labels.ts. */
import type { Arrangement, Boundary, Element, Flow } from "@/api/types";
import { type Box, lineBetween, pathOf, type Spot } from "./geometry";
import { type Corner, cornerOf, piecesOf, type Title, titleOf } from "./signs";

export interface DrawnElement {
  element: Element;
  box: Box;
  /** Where its counts of findings stand. */
  corner: Corner;
}

export interface DrawnBoundary {
  boundary: Boundary;
  box: Box;
  depth: number;
  /** Where its name stands. */
  title: Title;
}

export interface DrawnFlow {
  flow: Flow;
  bends: readonly Spot[];
  points: readonly Spot[];
  path: string;
}

export interface Model {
  elements: readonly Element[];
  boundaries: readonly Boundary[];
  flows: readonly Flow[];
}

/** What other diagrams of the system show. */
export interface Others {
  /** Whether there is no other diagram. */
  isAlone: boolean;
  /** Elements and boundaries that stand on one of them. */
  elsewhere: ReadonlySet<string>;
}

const ALONE: Others = { isAlone: true, elsewhere: new Set() };

export interface Scene {
  /** The id of the diagram; empty where the system has none. */
  diagram: string;
  model: Model;
  elements: readonly DrawnElement[];
  boundaries: readonly DrawnBoundary[];
  flows: readonly DrawnFlow[];
  /** Of every element and boundary that is drawn. */
  boxes: ReadonlyMap<string, Box>;
  /** How far each flow without bends stands aside from others between the same two. */
  asides: ReadonlyMap<string, number>;
  /** Elements that have no place on this diagram. */
  missing: readonly Element[];
  missingBoundaries: readonly Boundary[];
  others: Others;
  /** Whether the places are saved, and not a plain grid for what nobody has arranged. */
  isArranged: boolean;
}

export const CARD = { width: 168, height: 64 };
const GAP = 48;
const COLUMNS = 4;

export function sceneOf(diagram: string, model: Model, arrangement: Arrangement, others: Others = ALONE): Scene {
  const boxes = new Map<string, Box>();
  for (const { element, boundary, x, y, width, height } of arrangement.placements) {
    const id = element ?? boundary;
    if (id) boxes.set(id, { x, y, width, height });
  }
  // One of several diagrams may well be empty; the only one shows at least what there is.
  const isArranged = boxes.size > 0 || !others.isAlone;
  if (!isArranged) gridOf(model.elements).forEach((box, id) => boxes.set(id, box));
  const bends = new Map<string, readonly Spot[]>(arrangement.flows.map((flow) => [flow.flow, flow.bends]));
  const depths = depthsOf(model.boundaries);
  const asides = asidesOf(model.flows.filter((flow) => !bends.get(flow.id)?.length));
  const flows = model.flows.flatMap((flow) => drawnFlow(asides, flow, bends.get(flow.id) ?? [], boxes) ?? []);
  const ends = endsOf(flows);
  const pieces = piecesOf(flows);
  const elements = model.elements.flatMap((element) =>
    withBox(element, boxes, (box) => ({ element, box, corner: cornerOf(box, ends.get(element.id) ?? []) })),
  );
  const boundaries = model.boundaries.flatMap((boundary) =>
    withBox(boundary, boxes, (box) => ({
      boundary,
      box,
      depth: depths.get(boundary.id) ?? 0,
      title: titleOf(boundary, box, pieces),
    })),
  );
  const missing = model.elements.filter(({ id }) => !boxes.has(id));
  const missingBoundaries = model.boundaries.filter(({ id }) => !boxes.has(id));
  return { diagram, model, elements, boundaries, flows, boxes, asides, missing, missingBoundaries, others, isArranged };
}

/** The line of a flow; undefined where one of its ends is not drawn. */
export function drawnFlow(
  asides: Scene["asides"],
  flow: Flow,
  bends: readonly Spot[],
  boxes: ReadonlyMap<string, Box>,
): DrawnFlow | undefined {
  const source = boxes.get(flow.source);
  const target = boxes.get(flow.target);
  if (!source || !target) return undefined;
  const points = lineBetween(source, target, bends, asides.get(flow.id));
  return { flow, bends, points, path: pathOf(points) };
}

/** Where lines begin and end, by element. */
function endsOf(flows: readonly DrawnFlow[]): ReadonlyMap<string, Spot[]> {
  const ends = new Map<string, Spot[]>();
  const add = (id: string, spot: Spot | undefined) => {
    if (spot) ends.set(id, [...(ends.get(id) ?? []), spot]);
  };
  for (const { flow, points } of flows) {
    add(flow.source, points[0]);
    add(flow.target, points.at(-1));
  }
  return ends;
}

function withBox<Drawn>(part: { id: string }, boxes: ReadonlyMap<string, Box>, draw: (box: Box) => Drawn): Drawn[] {
  const box = boxes.get(part.id);
  return box ? [draw(box)] : [];
}

/** How many boundaries lie around each. A ring of parents, which the server refuses, ends at the number of boundaries. */
function depthsOf(all: readonly Boundary[]): ReadonlyMap<string, number> {
  const parents = new Map(all.map(({ id, parent }) => [id, parent]));
  const depthOf = (id: string) => {
    let depth = 0;
    for (let parent = parents.get(id); parent && depth < all.length; parent = parents.get(parent)) depth += 1;
    return depth;
  };
  return new Map(all.map(({ id }) => [id, depthOf(id)]));
}

/** Straight flows between the same two boxes stand side by side: 0 alone, −½ and ½ as a pair. */
function asidesOf(flows: readonly Flow[]): ReadonlyMap<string, number> {
  const between = new Map<string, Flow[]>();
  for (const flow of flows) {
    const ends = [flow.source, flow.target].sort().join(" ");
    const group = between.get(ends);
    if (group) group.push(flow);
    else between.set(ends, [flow]);
  }
  const asides = new Map<string, number>();
  for (const group of between.values())
    group.forEach((flow, index) => asides.set(flow.id, index - (group.length - 1) / 2));
  return asides;
}

/** A plain grid, elements of one boundary together. */
export function gridOf(elements: readonly Element[], left = 0, top = 0): ReadonlyMap<string, Box> {
  const ordered = elements.toSorted((one, other) => (one.boundary ?? "").localeCompare(other.boundary ?? ""));
  return new Map(
    ordered.map((element, index) => [
      element.id,
      {
        x: left + (index % COLUMNS) * (CARD.width + GAP),
        y: top + Math.floor(index / COLUMNS) * (CARD.height + GAP),
        ...CARD,
      },
    ]),
  );
}
