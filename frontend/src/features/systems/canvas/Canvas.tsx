/** The picture of a system: boundaries, elements, flows. Read-only; a click selects. */
import "@xyflow/react/dist/base.css";
import {
  Background,
  BackgroundVariant,
  type Edge,
  MarkerType,
  type Node,
  ReactFlow,
  ReactFlowProvider,
} from "@xyflow/react";
import { useMemo, useState } from "react";
import { messages } from "@/lib/messages";
import type { Trail } from "@/lib/trail";
import { BoundaryNode } from "./BoundaryNode";
import { CanvasControls, WHOLE } from "./CanvasControls";
import type { Drawing } from "./drawing";
import { ElementNode } from "./ElementNode";
import { FlowEdge } from "./FlowEdge";
import { type CanvasSelection, SelectionContext } from "./selection";
import classes from "./canvas.module.css";

const NODES = { element: ElementNode, boundary: BoundaryNode };
const EDGES = { flow: FlowEdge };
const LEGIBLE = 0.75;
const ARROW = { type: MarkerType.ArrowClosed, width: 16, height: 16, color: "var(--flow)" };
const ARROW_ON_TRAIL = { ...ARROW, color: "var(--ink)" };

interface CanvasProps extends CanvasSelection {
  drawing: Drawing;
}

export default function Canvas({ drawing, ...selection }: CanvasProps) {
  const nodes = useMemo(() => nodesOf(drawing), [drawing]);
  const { trail } = selection;
  const edges = useMemo(() => edgesOf(drawing, trail), [drawing, trail]);
  const [opening] = useState(() => openingView(drawing, selection.selected));
  return (
    <SelectionContext value={selection}>
      <ReactFlowProvider>
        <div className={classes.canvas} role="group" aria-label={messages.tabs.picture}>
          <ReactFlow
            nodes={nodes}
            edges={edges}
            nodeTypes={NODES}
            edgeTypes={EDGES}
            onEdgeClick={(_, edge) => selection.onSelect(edge.id)}
            onPaneClick={() => selection.onSelect(null)}
            nodesDraggable={false}
            nodesConnectable={false}
            nodesFocusable={false}
            edgesFocusable={false}
            elementsSelectable={false}
            onlyRenderVisibleElements={nodes.length > 150}
            fitView
            fitViewOptions={opening}
            minZoom={0.1}
            maxZoom={2.5}
          >
            <Background
              variant={BackgroundVariant.Dots}
              gap={24}
              size={1}
              color="var(--hairline)"
              bgColor="var(--paper)"
            />
            <CanvasControls />
          </ReactFlow>
        </div>
      </ReactFlowProvider>
    </SelectionContext>
  );
}

/** The whole; or the element that the address asks for with its neighbours, so near that they can be read. */
function openingView({ elements, flows }: Drawing, selected: string | undefined) {
  if (!elements.some(({ element }) => element.id === selected)) return WHOLE;
  const ends = flows.map(({ flow }) => [flow.source, flow.target]).filter((pair) => pair.includes(selected ?? ""));
  return { nodes: [...new Set([selected ?? "", ...ends.flat()])].map((id) => ({ id })), maxZoom: LEGIBLE };
}

function nodesOf(drawing: Drawing): Node[] {
  const fixed = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }) => ({
    position: { x, y },
    width,
    height,
    // Lines find their own ends; one handle of each sort makes them appear at all, and needs no measuring.
    handles: (["source", "target"] as const).map((type) => ({
      type,
      position: "left" as never,
      x: 0,
      y: height / 2,
      width: 1,
      height: 1,
    })),
  });
  return [
    ...drawing.boundaries.map(({ boundary, box, depth }) => ({
      id: boundary.id,
      type: "boundary",
      zIndex: depth - 100,
      data: { boundary },
      ...fixed(box),
    })),
    ...drawing.elements.map(({ element, box }) => ({
      id: element.id,
      type: "element",
      zIndex: 10,
      data: { element },
      ...fixed(box),
    })),
  ];
}

function edgesOf(drawing: Drawing, trail: Trail | undefined): Edge[] {
  return drawing.flows.map((drawn) => {
    const arrow = trail?.flows.has(drawn.flow.id) ? ARROW_ON_TRAIL : ARROW;
    return {
      id: drawn.flow.id,
      type: "flow",
      source: drawn.flow.source,
      target: drawn.flow.target,
      data: { drawn },
      markerEnd: arrow,
      ...(drawn.flow.bidirectional ? { markerStart: { ...arrow, orient: "auto-start-reverse" } } : {}),
    };
  });
}
