/** Where the names of flows stand: beside a piece of their line, clear of boxes, lines and each other. As on paper. */
import type { Boundary } from "@/api/types";
import type { Box, Spot } from "./geometry";
import { LEADING, linesOf, SIZE, widthOf } from "./lettering";
import { grown, Obstacles } from "./obstacles";
import type { Scene } from "./scene";

export interface Label {
  x: number;
  /** The foot of the first line. */
  y: number;
  anchor: "start" | "middle" | "end";
  lines: readonly string[];
}

interface Line {
  name: string;
  points: readonly Spot[];
}

export interface Surroundings {
  cards: readonly Box[];
  boundaries: readonly Box[];
  titles: readonly Box[];
}

interface Place {
  box: Box;
  anchor: Label["anchor"];
}

/** Widest line and most lines, tried in this order. */
const SHAPES = [
  [200, 1],
  [112, 2],
  [100, 3],
  [140, 3],
  [80, 4],
] as const;
/** Where along a piece, from its middle outwards. */
const SHARES = [0.5, 0.42, 0.58, 0.35, 0.65, 0.27, 0.73, 0.2, 0.8];
/** Away from the line, clear of the arrowhead at its end. */
const GAP = 5;
/** What the counts of findings take of the upper edge of a card. */
const COUNTS = { width: 100, height: 12 };

const TITLE = { size: 14.5, height: 24 };

/** The name of each flow of a scene, by its id, where there is a place for it. */
export function namesOf({ elements, boundaries, flows }: Pick<Scene, "elements" | "boundaries" | "flows">) {
  const labels = labelsOf(
    flows.map(({ flow, points }) => ({ name: flow.name, points })),
    {
      cards: elements.map(({ box }) => box),
      boundaries: boundaries.map(({ box }) => box),
      titles: boundaries.map(({ boundary, box }) => titleOf(boundary, box)),
    },
  );
  return new Map(flows.flatMap(({ flow }, index) => (labels[index] ? [[flow.id, labels[index]] as const] : [])));
}

/** About the room that the name and the trust of a boundary take under its upper edge. */
const titleOf = ({ name, trust }: Boundary, { x, y, width }: Box): Box => ({
  x: x + 8,
  y: y + 2,
  width: Math.min(width - 8, widthOf(`${name}  ${trust}`, TITLE.size)),
  height: TITLE.height,
});

/** A label for every line that has a name and a place for it, in the order of the lines; null for the others. */
export function labelsOf(lines: readonly Line[], { cards, boundaries, titles }: Surroundings): (Label | null)[] {
  const solid = new Obstacles();
  const thin = new Obstacles();
  for (const card of cards) {
    solid.add(grown(card, 2));
    solid.add({ x: card.x + card.width - COUNTS.width, y: card.y - COUNTS.height, ...COUNTS });
  }
  for (const title of titles) solid.add(title);
  for (const boundary of boundaries) thin.addOutline(boundary);
  for (const line of lines) thin.addLine(line.points);
  const labels = new Map<Line, Label | null>();
  // Short lines choose first: they have the fewest places.
  for (const line of lines.toSorted((one, other) => lengthOf(one.points) - lengthOf(other.points))) {
    const isFree = (box: Box) => !solid.isHit(box) && !thin.isHit(box);
    // Where nothing is free, a name across a thin line still reads; one across a box or another name does not.
    const found = labelOf(line, isFree) ?? labelOf(line, (box) => !solid.isHit(box));
    labels.set(line, found && found.label);
    if (found) solid.add(found.box);
  }
  return lines.map((line) => labels.get(line) ?? null);
}

function labelOf({ name, points }: Line, isFree: (box: Box) => boolean): { label: Label; box: Box } | null {
  for (const [widest, most] of SHAPES) {
    const lines = linesOf(name, widest, most);
    if (!lines || lines.length === 0) continue;
    const width = Math.max(...lines.map((line) => widthOf(line)));
    const place = placesOf(points, width, lines.length * LEADING).find(({ box }) => isFree(box));
    if (!place) continue;
    const { box, anchor } = place;
    const x = { start: box.x, middle: box.x + width / 2, end: box.x + width }[anchor];
    return { label: { x, y: box.y + SIZE - 1, anchor, lines }, box };
  }
  return null;
}

/** Above and below level pieces, right and left of upright ones; the longest piece first. */
function placesOf(points: readonly Spot[], width: number, height: number): Place[] {
  return piecesOf(points).flatMap(({ start, end }) =>
    SHARES.flatMap((share): Place[] => {
      const x = start[0] + (end[0] - start[0]) * share;
      const y = start[1] + (end[1] - start[1]) * share;
      const at = (left: number, top: number, anchor: Label["anchor"]) => ({
        box: { x: left, y: top, width, height },
        anchor,
      });
      if (Math.abs(start[0] - end[0]) >= Math.abs(start[1] - end[1]))
        return [at(x - width / 2, y - GAP - height, "middle"), at(x - width / 2, y + GAP, "middle")];
      return [at(x + GAP, y - height / 2, "start"), at(x - GAP - width, y - height / 2, "end")];
    }),
  );
}

const spanOf = (start: Spot, end: Spot): number => Math.abs(start[0] - end[0]) + Math.abs(start[1] - end[1]);

const piecesOf = (points: readonly Spot[]) =>
  points
    .slice(1)
    .map((end, index) => ({ start: points[index] as Spot, end }))
    .toSorted((one, other) => spanOf(other.start, other.end) - spanOf(one.start, one.end));

const lengthOf = (points: readonly Spot[]): number =>
  piecesOf(points).reduce((sum, { start, end }) => sum + spanOf(start, end), 0);
