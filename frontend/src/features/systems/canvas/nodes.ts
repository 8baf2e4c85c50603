/** The boxes of a scene as the canvas library wants them. What has not changed is the very same as before. */
import type { Node } from "@xyflow/react";
import type { Boundary, Element } from "@/api/types";
import type { Box } from "./geometry";
import { type Moves, moved } from "./moving";
import type { Scene } from "./scene";
import type { Corner, Title } from "./signs";

export const STANDS_OUT = "stands-out";
const known = new WeakMap<Element | Boundary, Node>();

export function nodesOf({ boundaries, elements }: Scene): Node[] {
  return [
    ...boundaries.map(({ boundary, box, depth, title }) =>
      nodeOf(boundary, box, { type: "boundary", zIndex: depth - 100, sign: title }),
    ),
    ...elements.map(({ element, box, corner }) => nodeOf(element, box, { type: "element", zIndex: 10, sign: corner })),
  ];
}

/** `sign` says where its name or its counts stand. */
type Sort = { type: "boundary"; zIndex: number; sign: Title } | { type: "element"; zIndex: number; sign: Corner };

function nodeOf(part: Element | Boundary, box: Box, { type, zIndex, sign }: Sort): Node {
  const before = known.get(part);
  if (before && before.zIndex === zIndex && isSame(before, box) && isSameSign(before.data.sign, sign)) return before;
  const node: Node = {
    id: part.id,
    type,
    zIndex,
    data: { [type]: part, sign },
    ...drawnAt(box),
    // Only its name and its edge take clicks, so that the canvas under it can be moved.
    ...(type === "boundary" ? { style: { pointerEvents: "none" }, dragHandle: ".boundary-name" } : {}),
  };
  known.set(part, node);
  return node;
}

const isSameSign = (before: unknown, sign: Sort["sign"]): boolean =>
  typeof sign === "string"
    ? before === sign
    : (before as Title).inset === sign.inset &&
      (before as Title).lines.join("\n") === sign.lines.join("\n") &&
      (before as Title).isWhole === sign.isWhole;

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

/** The same nodes with what is selected, and what has a box of its own also from afar. */
export function nodesMarked(
  nodes: readonly Node[],
  selected: ReadonlySet<string>,
  standingOut: ReadonlySet<string>,
): Node[] {
  return nodes.map((node) => {
    const isOut = standingOut.has(node.id);
    if (!isOut && !selected.has(node.id)) return node;
    return { ...node, selected: selected.has(node.id), ...(isOut ? { className: STANDS_OUT } : {}) };
  });
}

interface UnderWay {
  /** From afar only those cards move here that stand out: the rest moves in the outlines of FromAfar. */
  isFar: boolean;
  moves: Moves;
  sizing: { id: string; box: Box } | null;
}

/** The same nodes with what is moved and resized just now. */
export function nodesNow(nodes: readonly Node[], boxes: Scene["boxes"], { isFar, moves, sizing }: UnderWay): Node[] {
  return nodes.map((node) => {
    if (sizing?.id === node.id) return { ...node, ...drawnAt(sizing.box) };
    const by = moves.get(node.id);
    const box = boxes.get(node.id);
    const isOutline = isFar && node.type === "element" && node.className !== STANDS_OUT;
    return by && box && !isOutline ? { ...node, ...drawnAt(moved(box, by)) } : node;
  });
}
