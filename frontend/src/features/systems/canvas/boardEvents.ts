/** What the canvas library tells, as it concerns the workbench. */
import type { NodeChange, ReactFlowProps } from "@xyflow/react";
import type { MouseEvent } from "react";
import { isInTheWay } from "./detail";
import type { Spot } from "./geometry";
import type { Scene } from "./scene";
import type { Workbench } from "./workbench";

/** How the whole picture fits its window, with room for the rows of tools at its head and foot. */
export const WHOLE = { padding: { top: "60px", right: "20px", bottom: "60px", left: "20px" }, maxZoom: 1 } as const;
const LEGIBLE = 0.75;
const PHONE = 600;
const MANY = 60;
const READ_BY_HAND = 0.6;

/** The whole; or the element that the address asks for with its neighbours, so near that they can be read. */
export function openingView({ elements, flows, boxes }: Scene, shown: string | undefined, width: number) {
  if (!elements.some(({ element }) => element.id === shown))
    // On a phone a part that can be read says more than a whole that cannot.
    return width < PHONE && boxes.size < MANY ? { ...WHOLE, minZoom: READ_BY_HAND } : WHOLE;
  const ends = flows.map(({ flow }) => [flow.source, flow.target]).filter((pair) => pair.includes(shown ?? ""));
  return {
    nodes: [...new Set([shown ?? "", ...ends.flat()])].map((id) => ({ id })),
    padding: WHOLE.padding,
    maxZoom: LEGIBLE,
  };
}

/** What the canvas library tells the workbench. Others would draw each node anew, so these are made once. */
export const toldTo = (bench: Workbench) =>
  ({
    onNodesChange: (changes) => take(bench, changes),
    onNodeClick: (event, { id }) => click(bench, event, id),
    onNodeDoubleClick: (_, { id }) => bench.startNaming(id),
    onNodeDragStop: () => bench.settle(),
    onSelectionDragStop: () => bench.settle(),
    onNodeMouseEnter: (_, { id }) => bench.hover(id),
    onNodeMouseLeave: (_, { id }) => bench.state.hovered === id && bench.hover(null),
    onPaneClick: () => bench.select([]),
  }) satisfies ReactFlowProps;

/** What it tells while somebody drags or draws a box around things. */
function take(bench: Workbench, changes: readonly NodeChange[]): void {
  const moves = new Map<string, Spot>();
  let selected: Set<string> | null = null;
  for (const change of changes) {
    if (change.type === "select") {
      selected ??= new Set(bench.state.selected);
      if (change.selected) selected.add(change.id);
      else selected.delete(change.id);
    }
    const isDragged = change.type === "position" && change.dragging && !bench.isPutBack;
    const box = isDragged && bench.scene.boxes.get(change.id);
    if (box && change.position) moves.set(change.id, [change.position.x - box.x, change.position.y - box.y]);
  }
  if (selected) bench.select(selected, false);
  const [dragged] = moves.keys();
  if (dragged) bench.drag(moves, dragged);
}

function click(bench: Workbench, event: MouseEvent, id: string): void {
  const isTool = event.target instanceof Element && event.target.closest("a, input");
  if (isTool) return;
  if (event.shiftKey || event.ctrlKey || event.metaKey) bench.opensNothing();
  else bench.choose(id, isInTheWay(event));
}
