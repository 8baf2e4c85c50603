/** The boxes of a scene as the canvas library wants them. What has not changed is the very same as before. */
import type { Node } from "@xyflow/react";
import type { Boundary, Element } from "@/api/types";
import type { Box } from "./geometry";
import { type Moves, moved } from "./moving";
import type { Scene } from "./scene";

export const STANDS_OUT = "stands-out";
const known = new WeakMap<Element | Boundary, Node>();

export function nodesOf({ boundaries, elements }: Scene): Node[] {
  return [
    ...boundaries.map(({ boundary, box, depth }) => nodeOf(boundary, box, { type: "boundary", zIndex: depth - 100 })),
    ...elements.map(({ element, box }) => nodeOf(element, box, { type: "element", zIndex: 10 })),
  ];
}

type Sort = { type: "boundary" | "element"; zIndex: number };

function nodeOf(part: Element | Boundary, box: Box, { type, zIndex }: Sort): Node {
  const before = known.get(part);
  if (before && before.zIndex === zIndex && isSame(before, box)) return before;
  const node: Node = {
    id: part.id,
    type,
    zIndex,
    data: { [type]: part },
    ...drawnAt(box),
    // Only its name and its edge take clicks, so that the canvas under it can be moved.
    ...(type === "boundary" ? { style: { pointerEvents: "none" }, dragHandle: ".boundary-name" } : {}),
  };
  known.set(part, node);
  return node;
}

const isSame = ({ position, width, height }: Node, box: Box): boolean =>
  position.x === box.x && position.y === box.y && width === box.width && height === box.height;

const drawnAt = ({ x, y, width, height }: Box) => ({
  position: { x, y },
  width,
  height,
  // Known without measuring, so that the whole picture is fitted and not only what was in view first.
  measured: { width, height },
  // Flows are drawn by ourselves; a handle that is known makes a node appear at all, and needs no measuring.
  handles: [{ type: "source" as const, position: "left" as never, x: 0, y: 0, width: 1, height: 1 }],
});

interface UnderWay {
  selected: ReadonlySet<string>;
  moves: Moves;
  sizing: { id: string; box: Box } | null;
  /** What has a box of its own also from afar. */
  standingOut: ReadonlySet<string>;
}

/** The same nodes with what is selected, moved, resized and standing out just now. */
export function nodesNow(nodes: readonly Node[], boxes: Scene["boxes"], now: UnderWay): Node[] {
  return nodes.map((node) => {
    const by = now.moves.get(node.id);
    const box = boxes.get(node.id);
    const isSized = now.sizing?.id === node.id;
    const isSelected = now.selected.has(node.id);
    const isOut = now.standingOut.has(node.id);
    if (!isSelected && !isOut && !by && !isSized) return node;
    const drawn = now.sizing && isSized ? drawnAt(now.sizing.box) : by && box ? drawnAt(moved(box, by)) : {};
    return { ...node, ...drawn, selected: isSelected, ...(isOut ? { className: STANDS_OUT } : {}) };
  });
}
