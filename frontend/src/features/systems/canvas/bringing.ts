/** Bringing to a diagram what the model has and the diagram does not show; what lies in a boundary comes to lie in it. */
import type { Operation } from "@/api/operations";
import { AREA, AROUND, boxAt, GRID, LANES, snapped } from "./adding";
import type { Box, Spot } from "./geometry";
import { placing, rehoused } from "./moving";
import { boxAround, contentsOf, homesOf } from "./nesting";
import { CARD, type DrawnFlow, gridOf, type Scene } from "./scene";

const SIDE = 3 * GRID;
const HEAD = 5 * GRID;

/** Elements that are not here and have a flow to or from one of these. */
export function neighboursOf({ model, missing }: Scene, selected: ReadonlySet<string>): string[] {
  const near = new Set(
    model.flows.flatMap(({ source, target }) => [
      ...(selected.has(source) ? [target] : []),
      ...(selected.has(target) ? [source] : []),
    ]),
  );
  return missing.filter(({ id }) => near.has(id)).map(({ id }) => id);
}

/** Where each comes to stand: in its boundary where that is drawn, else around the anchor, else below everything. */
export function bringOperations(scene: Scene, ids: Iterable<string>, anchor: Spot | null): Operation[] {
  const room = new Room(scene);
  const wanted = new Set(ids);
  const inside = contentsOf(scene.model, new Set(scene.missingBoundaries.filter(isIn(wanted)).map(({ id }) => id)));
  const outermost = scene.missingBoundaries.filter(({ id }) => wanted.has(id) && !inside.has(id));
  const alone = scene.missing.filter(({ id }) => wanted.has(id) && !inside.has(id));
  for (const { id } of outermost) room.take(blockOf(scene, id), id, anchor);
  const housed = alone.filter(({ id }) => room.homeOf(id) !== null);
  const loose = alone.filter(({ id }) => room.homeOf(id) === null);
  for (const { id } of housed) room.take(new Map([[id, { x: 0, y: 0, ...CARD }]]), id, null);
  if (anchor) for (const { id } of loose) room.take(new Map([[id, { x: 0, y: 0, ...CARD }]]), id, anchor);
  else gridOf(loose, 0, room.below()).forEach((box, id) => room.boxes.set(id, box));
  return [placing(scene, room.changed(), room.bent())];
}

/** One thing where it is dropped; the boundary there holds it from then on. */
export function dropOperations(scene: Scene, id: string, spot: Spot): Operation[] {
  const block = scene.missingBoundaries.some((boundary) => boundary.id === id)
    ? blockOf(scene, id)
    : new Map([[id, { x: 0, y: 0, ...CARD }]]);
  const { x, y } = boxAt(scene, spot, block.get(id) ?? CARD);
  const boxes = new Map([...block].map(([part, box]) => [part, { ...box, x: box.x + x, y: box.y + y }]));
  return [placing(scene, boxes), ...rehoused(scene, new Map([...scene.boxes, ...boxes]), [id])];
}

const isIn =
  (ids: ReadonlySet<string>) =>
  ({ id }: { id: string }) =>
    ids.has(id);

/** A boundary at 0, 0 around those of its elements that are not here. */
function blockOf({ model, missing }: Scene, id: string): Map<string, Box> {
  const within = contentsOf(model, new Set([id]));
  const cards = gridOf(missing.filter(isIn(within)), SIDE, HEAD);
  const { width, height } = cards.size > 0 ? boxAround([...cards.values()]) : { width: 0, height: 0 };
  const box = {
    x: 0,
    y: 0,
    width: Math.max(AREA.width, width + 2 * SIDE),
    height: Math.max(AREA.height, height + HEAD + SIDE),
  };
  return new Map([[id, box], ...cards]);
}

/** The places of a diagram while it fills. */
class Room {
  readonly boxes: Map<string, Box>;
  private bends: ReadonlyMap<string, readonly Spot[]>;
  private readonly homes: ReadonlyMap<string, string | null>;
  private readonly isArea: ReadonlySet<string>;

  constructor(private readonly scene: Scene) {
    this.boxes = new Map(scene.boxes);
    this.bends = new Map(scene.flows.map(({ flow, bends }) => [flow.id, bends]));
    this.homes = homesOf(scene.model);
    this.isArea = new Set(scene.model.boundaries.map(({ id }) => id));
  }

  /** The nearest boundary around a part that is drawn. */
  homeOf(id: string): string | null {
    const seen = new Set([id]);
    let home = this.homes.get(id) ?? null;
    while (home !== null && !this.boxes.has(home) && !seen.has(home)) {
      seen.add(home);
      home = this.homes.get(home) ?? null;
    }
    return home !== null && this.boxes.has(home) ? home : null;
  }

  below = (): number => Math.max(0, ...[...this.boxes.values()].map(({ y, height }) => y + height + 6 * GRID));

  take(block: ReadonlyMap<string, Box>, id: string, anchor: Spot | null): void {
    const size = block.get(id) ?? { x: 0, y: 0, ...CARD };
    const home = this.homeOf(id);
    const [x, y] = home === null ? this.spotNear(anchor, size) : this.spotIn(home, size);
    for (const [part, box] of block) this.boxes.set(part, { ...box, x: box.x + x, y: box.y + y });
  }

  private spotNear(anchor: Spot | null, size: Box): Spot {
    const free = anchor && this.firstFree(anchor, size, new Set(), () => true);
    return free ?? [0, this.below()];
  }

  private spotIn(home: string, size: Box): Spot {
    const area = this.boxes.get(home) as Box;
    const around = new Set<string>();
    for (let id: string | null = home; id !== null && !around.has(id); id = this.homeOf(id)) around.add(id);
    const fits = (box: Box) =>
      box.x >= area.x + GRID &&
      box.y >= area.y + HEAD - GRID &&
      box.x + box.width <= area.x + area.width - GRID &&
      box.y + box.height <= area.y + area.height - GRID;
    return this.firstFree(middleOf(area), size, around, fits) ?? this.madeIn(home, size);
  }

  /** The top left corner of the first box around the anchor that fits and touches nothing but the boundaries around it. */
  private firstFree(
    [x, y]: Spot,
    { width, height }: Box,
    around: ReadonlySet<string>,
    fits: (box: Box) => boolean,
  ): Spot | undefined {
    const others = [...this.boxes].filter(([id]) => !around.has(id)).map(([, box]) => box);
    for (const [column, row] of AROUND) {
      const left = snapped(x + column * LANES.across - width / 2);
      const top = snapped(y + row * LANES.down - height / 2);
      const box = { x: left, y: top, width, height };
      if (fits(box) && !others.some((other) => isTouching(other, box))) return [left, top];
    }
    return undefined;
  }

  /** Room at the lower edge of a boundary: everything below moves down, and whatever reaches across grows. */
  private madeIn(home: string, size: Box): Spot {
    const area = this.boxes.get(home) as Box;
    const cut = area.y + area.height;
    const more = size.height + GRID * 2;
    for (const [id, box] of this.boxes) {
      const reaches = this.isArea.has(id) && box.y < cut && box.y + box.height >= cut;
      if (box.y >= cut) this.boxes.set(id, { ...box, y: box.y + more });
      else if (reaches) this.boxes.set(id, { ...box, height: box.height + more });
    }
    this.bends = new Map(
      [...this.bends].map(([id, bends]) => [id, bends.map(([x, y]): Spot => (y >= cut ? [x, y + more] : [x, y]))]),
    );
    this.widen(home, area.x + size.width + 2 * SIDE);
    return [area.x + SIDE, cut - GRID];
  }

  private widen(id: string | null, right: number): void {
    const box = id === null ? undefined : this.boxes.get(id);
    if (!id || !box) return;
    this.boxes.set(id, { ...box, width: Math.max(box.width, right - box.x) });
    this.widen(this.homeOf(id), right + GRID);
  }

  /** What is new or stands elsewhere than before. */
  changed(): ReadonlyMap<string, Box> {
    return new Map([...this.boxes].filter(([id, box]) => this.scene.boxes.get(id) !== box));
  }

  bent(): DrawnFlow[] {
    return this.scene.flows.flatMap((drawn) => {
      const bends = this.bends.get(drawn.flow.id) ?? [];
      const isSame = bends.every(([x, y], index) => drawn.bends[index]?.[0] === x && drawn.bends[index][1] === y);
      return isSame ? [] : [{ ...drawn, bends }];
    });
  }
}

const middleOf = ({ x, y, width, height }: Box): Spot => [x + width / 2, y + height / 2];

const isTouching = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width + GRID &&
  other.x < one.x + one.width + GRID &&
  one.y < other.y + other.height + GRID &&
  other.y < one.y + one.height + GRID;
