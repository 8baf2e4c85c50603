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

interface Piece {
  start: Spot;
  end: Spot;
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
  different(SHAPES.map(([widest, most]) => linesOf(name, widest, most) ?? [])).map((lines) => textOf(lines, false));

function cutTexts(name: string): Text[] {
  const letters = name.replaceAll(/\s/g, "");
  return different(CUT_SHAPES.map(([widest, most]) => fittedLines(name, widest, most))).map((lines) =>
    textOf(lines, lines.join("").replaceAll(" ", "") !== letters),
  );
}

/** Short names are the same in every shape, and are tried only once. */
const different = (all: readonly string[][]): string[][] => [
  ...new Map(all.filter((lines) => lines.length > 0).map((lines) => [lines.join("\n"), lines])).values(),
];

function placedAt(points: readonly Spot[], texts: readonly Text[], isFree: (box: Box) => boolean): Found | null {
  const pieces = piecesOf(points);
  for (const text of texts)
    for (const piece of pieces) {
      const found = placedBeside(piece, text, isFree);
      if (found) return found;
    }
  return null;
}

/** Above and below a level piece, right and left of an upright one, from its middle outwards. */
function placedBeside({ start, end }: Piece, text: Text, isFree: (box: Box) => boolean): Found | null {
  const { width, height } = text;
  const [along, down] = [end[0] - start[0], end[1] - start[1]];
  const isLevel = Math.abs(along) >= Math.abs(down);
  // A slanting line rises over the length of the name.
  const lean = isLevel ? (Math.abs(down / (along || 1)) * width) / 2 : (Math.abs(along / (down || 1)) * height) / 2;
  const away = GAP + lean;
  for (const share of sharesOf(Math.max(Math.abs(along), Math.abs(down)))) {
    const [x, y] = [start[0] + along * share, start[1] + down * share];
    for (const anchor of isLevel ? LEVEL : UPRIGHT) {
      const left = isLevel ? x - width / 2 : anchor === "start" ? x + away : x - away - width;
      const top = isLevel ? (anchor === "above" ? y - away - height : y + away) : y - height / 2;
      const box = { x: left, y: top, width, height };
      if (isFree(box)) return { label: labelIn(box, text, isLevel ? "middle" : (anchor as Label["anchor"])), box };
    }
  }
  return null;
}

const LEVEL = ["above", "below"] as const;
const UPRIGHT = ["start", "end"] as const;

function labelIn({ x, y, width }: Box, { lines, isCut }: Text, anchor: Label["anchor"]): Label {
  const at = { start: x, middle: x + width / 2, end: x + width }[anchor];
  return { x: at, y: y + SIZE - 1, anchor, lines, isCut };
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

/** The longest piece first. */
const piecesOf = (points: readonly Spot[]): Piece[] =>
  points
    .slice(1)
    .map((end, index) => ({ start: points[index] as Spot, end }))
    .toSorted((one, other) => spanOf(other.start, other.end) - spanOf(one.start, one.end));

const lengthOf = (points: readonly Spot[]): number =>
  piecesOf(points).reduce((sum, { start, end }) => sum + spanOf(start, end), 0);
