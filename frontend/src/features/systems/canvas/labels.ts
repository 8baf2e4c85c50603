/** Where the names of flows stand: beside a piece of their line, clear of boxes, lines and each other. As on paper. */
import type { Box, Spot } from "./geometry";
import { fittedLines, LEADING, linesOf, SIZE, widthOf } from "./lettering";
import { grown, Obstacles } from "./obstacles";
import type { Scene } from "./scene";
import { countsBox, titleBox } from "./signs";

export interface Label {
  x: number;
  /** The foot of the first line. */
  y: number;
  anchor: "start" | "middle" | "end";
  lines: readonly string[];
  /** Whether the name goes on. */
  isCut: boolean;
}

interface Line {
  name: string;
  points: readonly Spot[];
  /** Whether there is an arrowhead at its beginning too. */
  isBoth?: boolean;
}

export interface Surroundings {
  cards: readonly Box[];
  boundaries: readonly Box[];
  /** Names of boundaries, counts of findings. */
  signs: readonly Box[];
}

interface Place {
  box: Box;
  anchor: Label["anchor"];
}

interface Text {
  lines: readonly string[];
  width: number;
  height: number;
  isCut: boolean;
}

export interface Found {
  label: Label;
  box: Box;
}

/** Widest line and most lines, tried in this order. */
const SHAPES = [
  [200, 1],
  [112, 2],
  [100, 3],
  [140, 3],
  [80, 4],
  [230, 3],
] as const;
/** What is left of a name that fits nowhere as it is. */
const CUT_SHAPES = [
  [140, 3],
  [100, 3],
  [140, 2],
  [100, 2],
  [72, 2],
  [100, 1],
  [64, 1],
  [40, 1],
] as const;
/** From one place along a line to the next, and how many are tried on one piece. */
const STEP = 9;
const MOST_STEPS = 36;
const FARTHEST = 0.44;
/** Away from the line, clear of the arrowhead at its end. */
const GAP = 5;
const HEAD = { length: 10, half: 4.5 };

/** The name of each flow of a scene that has one, by its id. */
export const namesOf = (scene: Pick<Scene, "elements" | "boundaries" | "flows">): ReadonlyMap<string, Label> =>
  new Map([...placedNamesOf(scene)].map(([id, { label }]) => [id, label]));

export function placedNamesOf({ elements, boundaries, flows }: Pick<Scene, "elements" | "boundaries" | "flows">) {
  const found = labelsOf(
    flows.map(({ flow, points }) => ({ name: flow.name, points, isBoth: flow.bidirectional })),
    {
      cards: elements.map(({ box }) => box),
      boundaries: boundaries.map(({ box }) => box),
      signs: [
        ...boundaries.map(({ title, box }) => titleBox(title, box)),
        ...elements.map(({ corner, box }) => countsBox(corner, box)),
      ],
    },
  );
  return new Map(flows.flatMap(({ flow }, index) => (found[index] ? [[flow.id, found[index]] as const] : [])));
}

/** A label for every line that has a name, in the order of the lines; null for the others. */
export function labelsOf(lines: readonly Line[], { cards, boundaries, signs }: Surroundings): (Found | null)[] {
  const solid = new Obstacles();
  const thin = new Obstacles();
  const outlines = new Obstacles();
  for (const card of cards) solid.add(grown(card, 2));
  for (const sign of signs) solid.add(sign);
  for (const boundary of boundaries) outlines.addOutline(boundary);
  lines.forEach(({ points, isBoth }, index) => {
    thin.addLine(points, String(index));
    for (const head of headsOf(points, isBoth)) thin.add(head, String(index));
  });
  const found: (Found | null)[] = lines.map(() => null);
  // Short lines choose first: they have the fewest places.
  const lengths = lines.map(({ points }) => lengthOf(points));
  const order = lines.map((_, index) => index).sort((one, other) => (lengths[one] ?? 0) - (lengths[other] ?? 0));
  for (const index of order) {
    const line = lines[index] as Line;
    const whole = wholeTexts(line.name);
    if (whole.length === 0 && line.name.trim() === "") continue;
    const isClear = (box: Box) => !solid.isHit(box) && !thin.isHit(box);
    const placed =
      placedAt(line.points, whole, (box) => isClear(box) && !outlines.isHit(box)) ??
      placedAt(line.points, whole, isClear) ??
      placedAt(line.points, cutTexts(line.name), isClear) ??
      // Where nothing is free, a name across the line of another still reads; one across a box or another name does not.
      placedAt(line.points, cutTexts(line.name), (box) => !solid.isHit(box) && !thin.isHit(box, String(index))) ??
      placedAt(line.points, cutTexts(line.name), (box) => !solid.isHit(box)) ??
      placedAt(line.points, cutTexts(line.name).slice(-1), () => true);
    found[index] = placed;
    if (placed) solid.add(placed.box);
  }
  return found;
}

const textOf = (lines: readonly string[], isCut: boolean): Text => ({
  lines,
  width: Math.max(...lines.map((line) => widthOf(line))),
  height: lines.length * LEADING,
  isCut,
});

const wholeTexts = (name: string): Text[] =>
  SHAPES.flatMap(([widest, most]) => {
    const lines = linesOf(name, widest, most);
    return lines && lines.length > 0 ? [textOf(lines, false)] : [];
  });

const cutTexts = (name: string): Text[] =>
  CUT_SHAPES.map(([widest, most]) => {
    const lines = fittedLines(name, widest, most);
    return textOf(lines, lines.join("").replaceAll(" ", "") !== name.replaceAll(/\s/g, ""));
  });

function placedAt(points: readonly Spot[], texts: readonly Text[], isFree: (box: Box) => boolean): Found | null {
  for (const { lines, width, height, isCut } of texts) {
    const place = placesOf(points, width, height).find(({ box }) => isFree(box));
    if (!place) continue;
    const { box, anchor } = place;
    const x = { start: box.x, middle: box.x + width / 2, end: box.x + width }[anchor];
    return { label: { x, y: box.y + SIZE - 1, anchor, lines, isCut }, box };
  }
  return null;
}

/** Above and below level pieces, right and left of upright ones; the longest piece first, each from its middle outwards. */
function placesOf(points: readonly Spot[], width: number, height: number): Place[] {
  return piecesOf(points).flatMap(({ start, end }) => {
    const [along, down] = [end[0] - start[0], end[1] - start[1]];
    const isLevel = Math.abs(along) >= Math.abs(down);
    // A slanting line rises over the length of the name.
    const lean = isLevel ? (Math.abs(down / (along || 1)) * width) / 2 : (Math.abs(along / (down || 1)) * height) / 2;
    const away = GAP + lean;
    return sharesOf(Math.max(Math.abs(along), Math.abs(down))).flatMap((share): Place[] => {
      const x = start[0] + along * share;
      const y = start[1] + down * share;
      const at = (left: number, top: number, anchor: Label["anchor"]) => ({
        box: { x: left, y: top, width, height },
        anchor,
      });
      if (isLevel) return [at(x - width / 2, y - away - height, "middle"), at(x - width / 2, y + away, "middle")];
      return [at(x + away, y - height / 2, "start"), at(x - away - width, y - height / 2, "end")];
    });
  });
}

/** Shares of a piece, from its middle outwards; at its very ends a name would seem to belong to what comes next. */
function sharesOf(length: number): number[] {
  const steps = Math.min(MOST_STEPS, Math.floor((length * 2 * FARTHEST) / STEP));
  const shares = [0.5];
  for (let step = 1; step <= steps / 2; step += 1) {
    const by = (step / steps) * 2 * FARTHEST;
    shares.push(0.5 - by, 0.5 + by);
  }
  return shares;
}

function headsOf(points: readonly Spot[], isBoth = false): Box[] {
  const [first, second] = points;
  const [last, before] = [points.at(-1), points.at(-2)];
  if (!first || !second || !last || !before) return [];
  return [headAt(last, before), ...(isBoth ? [headAt(first, second)] : [])];
}

function headAt([x, y]: Spot, [fromX, fromY]: Spot): Box {
  const length = Math.hypot(fromX - x, fromY - y) || 1;
  const base: Spot = [x + ((fromX - x) / length) * HEAD.length, y + ((fromY - y) / length) * HEAD.length];
  const box = {
    x: Math.min(x, base[0]),
    y: Math.min(y, base[1]),
    width: Math.abs(x - base[0]),
    height: Math.abs(y - base[1]),
  };
  return grown(box, HEAD.half);
}

const spanOf = (start: Spot, end: Spot): number => Math.abs(start[0] - end[0]) + Math.abs(start[1] - end[1]);

const piecesOf = (points: readonly Spot[]) =>
  points
    .slice(1)
    .map((end, index) => ({ start: points[index] as Spot, end }))
    .toSorted((one, other) => spanOf(other.start, other.end) - spanOf(one.start, one.end));

const lengthOf = (points: readonly Spot[]): number =>
  piecesOf(points).reduce((sum, { start, end }) => sum + spanOf(start, end), 0);
