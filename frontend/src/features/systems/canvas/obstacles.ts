/** What the names of flows must not cover, looked up by place. */
import type { Box, Spot } from "./geometry";

const SQUARE = 64;
const ROWS = 1_048_576;
/** A slanting line is a row of small boxes, about so long each. */
const PART = 10;
const CLEAR = 1.5;
/** What is larger or longer than any picture is not taken to pieces: a file may hold a box of a million by a million. */
const MOST_SQUARES = 20_000;
const MOST_PARTS = 200_000;

export const grown = (box: Box, by: number): Box => ({
  x: box.x - by,
  y: box.y - by,
  width: box.width + 2 * by,
  height: box.height + 2 * by,
});

const meet = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

/** A number for each square that a box touches; squares a million apart may share one, which only costs a look. */
function squaresOf({ x, y, width, height }: Box): number[] | null {
  if ((width / SQUARE + 1) * (height / SQUARE + 1) > MOST_SQUARES) return null;
  const found: number[] = [];
  for (let column = Math.floor(x / SQUARE); column <= Math.floor((x + width) / SQUARE); column += 1)
    for (let row = Math.floor(y / SQUARE); row <= Math.floor((y + height) / SQUARE); row += 1)
      found.push(column * ROWS + row);
  return found;
}

const within = (least: number, number: number, most: number): number => Math.min(most, Math.max(least, number));

function partsOf([x1, y1]: Spot, [x2, y2]: Spot): Box[] {
  const isSquare = Math.abs(x1 - x2) < 1 || Math.abs(y1 - y2) < 1;
  const count = isSquare ? 1 : within(1, Math.floor(Math.max(Math.abs(x1 - x2), Math.abs(y1 - y2)) / PART), MOST_PARTS);
  const width = Math.abs(x2 - x1) / count;
  const height = Math.abs(y2 - y1) / count;
  return Array.from({ length: count }, (_, index) => {
    const middle = (index + 0.5) / count;
    const x = x1 + (x2 - x1) * middle - width / 2;
    const y = y1 + (y2 - y1) * middle - height / 2;
    return grown({ x, y, width, height }, CLEAR);
  });
}

/** What a box belongs to: the line of one flow, or nobody. */
type Owner = string | null;

interface Obstacle {
  box: Box;
  owner: Owner;
}

const NONE: readonly Obstacle[] = [];

export class Obstacles {
  private readonly squares = new Map<number, Obstacle[]>();
  private readonly huge: Obstacle[] = [];

  add(box: Box, owner: Owner = null): void {
    const one = { box, owner };
    const squares = squaresOf(box);
    if (!squares) this.huge.push(one);
    for (const square of squares ?? []) {
      const there = this.squares.get(square);
      if (there) there.push(one);
      else this.squares.set(square, [one]);
    }
  }

  addLine(points: readonly Spot[], owner: Owner = null): void {
    points
      .slice(1)
      .forEach((end, index) => partsOf(points[index] as Spot, end).forEach((part) => this.add(part, owner)));
  }

  addOutline({ x, y, width, height }: Box): void {
    this.addLine([
      [x, y],
      [x + width, y],
      [x + width, y + height],
      [x, y + height],
      [x, y],
    ]);
  }

  /** With an owner, only what belongs to it counts. */
  isHit(box: Box, by?: string): boolean {
    for (const other of this.huge) if ((by === undefined || other.owner === by) && meet(box, other.box)) return true;
    // Asked a hundred thousand times for a large picture, so without lists of its own.
    for (let column = Math.floor(box.x / SQUARE); column <= Math.floor((box.x + box.width) / SQUARE); column += 1)
      for (let row = Math.floor(box.y / SQUARE); row <= Math.floor((box.y + box.height) / SQUARE); row += 1)
        for (const other of this.squares.get(column * ROWS + row) ?? NONE)
          if ((by === undefined || other.owner === by) && meet(box, other.box)) return true;
    return false;
  }
}
