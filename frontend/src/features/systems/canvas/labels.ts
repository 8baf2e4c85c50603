/** Where the names of flows stand: on a piece of their line, clear of boxes and of each other where that is possible. */
import type { Box, Spot } from "./geometry";

export interface Label {
  x: number;
  y: number;
  anchor: "middle" | "start";
  text: string;
}

interface Line {
  name: string;
  points: readonly Spot[];
}

/** About how wide a letter is drawn, and how high a line of text. */
const LETTER = 5.6;
const HEIGHT = 13;
const LONGEST = 34;
const FEWEST = 10;

const shortened = (name: string, letters: number): string =>
  name.length > letters ? `${name.slice(0, letters - 1)}…` : name;

const overlap = (one: Box, other: Box): number =>
  Math.max(0, Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)) *
  Math.max(0, Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y));

/** The places that a name could have, best first: above level pieces, beside upright ones, longest first. */
function candidates({ name, points }: Line): Label[] {
  const pieces = points.slice(1).map((end, index) => {
    const start = points[index] as Spot;
    return { start, end, length: Math.hypot(end[0] - start[0], end[1] - start[1]) };
  });
  return pieces
    .toSorted((one, other) => other.length - one.length)
    .flatMap(({ start, end, length }) => {
      const [x, y] = [(start[0] + end[0]) / 2, (start[1] + end[1]) / 2];
      const isLevel = Math.abs(end[0] - start[0]) >= Math.abs(end[1] - start[1]);
      if (!isLevel) {
        const text = shortened(name, LONGEST);
        return [0, -length / 4, length / 4].map((away): Label => ({
          x: x + 5,
          y: y + 4 + away,
          anchor: "start",
          text,
        }));
      }
      const letters = Math.max(FEWEST, Math.floor((length - 8) / LETTER));
      const text = shortened(name, Math.min(LONGEST, letters));
      return [y - 4, y + 12].map((at): Label => ({ x, y: at, anchor: "middle", text }));
    });
}

function boxOf({ x, y, anchor, text }: Label): Box {
  const width = text.length * LETTER;
  return { x: anchor === "middle" ? x - width / 2 : x, y: y - HEIGHT + 3, width, height: HEIGHT };
}

/** A label for every line that has a name, in the order of the lines; null for the others. */
export function labelsOf(lines: readonly Line[], boxes: readonly Box[]): (Label | null)[] {
  const taken: Box[] = [...boxes];
  return lines.map((line) => {
    if (!line.name) return null;
    const scored = candidates(line).map((label, index) => {
      const box = boxOf(label);
      const covered = taken.reduce((sum, other) => sum + overlap(box, other), 0);
      const cut = line.name.length - label.text.length;
      return { label, box, cost: covered + cut * 30 + index * 8 };
    });
    const best = scored.sort((one, other) => one.cost - other.cost)[0];
    if (!best) return null;
    taken.push(best.box);
    return best.label;
  });
}
