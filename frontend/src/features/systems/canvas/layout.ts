/** An automatic layout: what it is asked, and what its answer means. Boundaries stay around what they hold. */
import type { ElkExtendedEdge, ElkNode } from "elkjs/lib/elk-api";
import type { Box, Spot } from "./geometry";
import { fittedLines, LEADING, linesOf, widthOf } from "./lettering";
import { CARD, type Scene } from "./scene";

export interface Layout {
  boxes: Map<string, Box>;
  bends: Map<string, readonly Spot[]>;
}

const OPTIONS = {
  "elk.algorithm": "layered",
  "elk.direction": "RIGHT",
  "elk.hierarchyHandling": "INCLUDE_CHILDREN",
  "elk.edgeRouting": "ORTHOGONAL",
  "elk.spacing.nodeNode": "48",
  "elk.spacing.edgeNode": "24",
  "elk.spacing.edgeEdge": "16",
  "elk.layered.spacing.nodeNodeBetweenLayers": "48",
  "elk.layered.spacing.edgeNodeBetweenLayers": "24",
  "elk.json.edgeCoords": "ROOT",
  "elk.json.shapeCoords": "ROOT",
};
const INSIDE = { "elk.padding": "[top=48,left=24,bottom=24,right=24]" };
/** About the shape that a long name takes: see labels.ts. */
const NAME = { width: 112, lines: 3 };
const CLEAR = 14;

/** The picture as ELK takes it: boundaries around what they hold, flows with the room that their names need. */
export function elkGraphOf({ boundaries, elements, flows, boxes }: Scene): ElkNode {
  const nodes = new Map<string, ElkNode>();
  for (const { boundary } of boundaries)
    nodes.set(boundary.id, { id: boundary.id, layoutOptions: INSIDE, children: [] });
  const root: ElkNode = { id: "root", layoutOptions: OPTIONS, children: [] };
  const put = (id: string, home: string | null, node: ElkNode) => {
    const around = (home !== null && nodes.get(home)) || root;
    around.children?.push(node);
    nodes.set(id, node);
  };
  for (const { boundary } of boundaries) put(boundary.id, boundary.parent, nodes.get(boundary.id) as ElkNode);
  for (const { element } of elements) {
    const { width, height } = boxes.get(element.id) ?? CARD;
    put(element.id, element.boundary, { id: element.id, width, height });
  }
  // A boundary with nothing in it keeps its size.
  for (const { boundary, box } of boundaries) {
    const node = nodes.get(boundary.id);
    if (node?.children?.length === 0)
      Object.assign(node, { width: box.width, height: box.height, children: undefined });
  }
  root.edges = flows.map(({ flow }): ElkExtendedEdge => ({
    id: flow.id,
    sources: [flow.source],
    targets: [flow.target],
    ...(flow.name ? { labels: [roomFor(flow.name)] } : {}),
  }));
  return root;
}

function roomFor(name: string) {
  const lines = linesOf(name, NAME.width, NAME.lines) ?? fittedLines(name, NAME.width, NAME.lines);
  const width = Math.max(...lines.map((line) => widthOf(line)));
  return { text: name, width: width + CLEAR, height: lines.length * LEADING + CLEAR };
}

/** Its answer as boxes and bends, with the upper left corner where the picture had it. */
export function layoutOf(answer: ElkNode, scene: Scene): Layout {
  const boxes = new Map<string, Box>();
  const collect = (node: ElkNode) => {
    for (const child of node.children ?? []) {
      const { x = 0, y = 0, width = CARD.width, height = CARD.height } = child;
      boxes.set(child.id, { x, y, width, height });
      collect(child);
    }
  };
  collect(answer);
  const [left, top] = cornerOf(scene.boxes.values());
  const [newLeft, newTop] = cornerOf(boxes.values());
  const by: Spot = [Math.round(left - newLeft), Math.round(top - newTop)];
  for (const [id, box] of boxes) boxes.set(id, { ...box, x: box.x + by[0], y: box.y + by[1] });
  const bends = new Map(
    (answer.edges ?? []).map((edge) => {
      const spots = (edge.sections?.[0]?.bendPoints ?? []).map(({ x, y }): Spot => [x + by[0], y + by[1]]);
      return [edge.id, spots] as const;
    }),
  );
  return { boxes, bends };
}

function cornerOf(boxes: Iterable<Box>): Spot {
  const all = [...boxes];
  return [Math.min(...all.map(({ x }) => x)), Math.min(...all.map(({ y }) => y))];
}
