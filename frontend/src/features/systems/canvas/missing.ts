/** What is done at the canvas with that which the diagram does not show. */
import { messages } from "@/lib/messages";
import { bringOperations, dropOperations, neighboursOf } from "./bringing";
import type { Spot } from "./geometry";
import { boxAround } from "./nesting";
import type { Scene } from "./scene";
import type { Workbench } from "./workbench";

/** So many find a place around something; more of them stand in rows below everything. */
const MANY = 24;

/** Brings these to the diagram: around what is selected, or else in the middle of the view. */
export function bring(bench: Workbench, ids: readonly string[]): void {
  const { scene, state } = bench;
  if (!bench.mayEdit || ids.length === 0) return;
  const chosen = [...state.selected].flatMap((id) => scene.boxes.get(id) ?? []);
  const all = chosen.length > 0 ? boxAround(chosen) : null;
  const near: Spot = all ? [all.x + all.width / 2, all.y + all.height / 2] : bench.center();
  brought(bench, ids, bringOperations(scene, ids, ids.length > MANY ? null : near));
}

export function bringAll(bench: Workbench): void {
  const { missing, missingBoundaries } = bench.scene;
  bring(
    bench,
    [...missing, ...missingBoundaries].map(({ id }) => id),
  );
}

/** What stands on no diagram at all, as a part does that was made in the outline. */
export const nowhereOf = ({ missing, missingBoundaries, others }: Scene): string[] =>
  [...missing, ...missingBoundaries].map(({ id }) => id).filter((id) => !others.elsewhere.has(id));

/** Those that what is selected is connected to. */
export function bringNeighbours(bench: Workbench): boolean {
  const neighbours = neighboursOf(bench.scene, bench.state.selected);
  bring(bench, neighbours);
  return neighbours.length > 0;
}

export function dropMissing(bench: Workbench, id: string, spot: Spot): void {
  if (bench.mayEdit) brought(bench, [id], dropOperations(bench.scene, id, spot));
}

function brought(bench: Workbench, ids: readonly string[], operations: ReturnType<typeof bringOperations>): void {
  void bench.do(messages.deeds.brought(ids.length, bench.nameOf(ids[0] ?? "")), operations);
  bench.selectNew(ids);
}
