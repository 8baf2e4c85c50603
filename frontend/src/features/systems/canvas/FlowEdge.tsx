/** A flow on the canvas: its line and its name. */
import { BaseEdge, type EdgeProps } from "@xyflow/react";
import { memo } from "react";
import type { DrawnFlow } from "./drawing";
import { useCanvasSelection } from "./selection";
import classes from "./canvas.module.css";

export const FlowEdge = memo(function FlowEdge({ id, data, markerEnd, markerStart }: EdgeProps) {
  const { drawn } = data as { drawn: DrawnFlow };
  const { selected, trail } = useCanvasSelection();
  return (
    <g
      className={classes.flow}
      data-selected={selected === id || undefined}
      data-trail={trail ? (trail.flows.has(id) ? "on" : "off") : undefined}
    >
      <BaseEdge path={drawn.path} markerEnd={markerEnd} markerStart={markerStart} interactionWidth={16} />
      {drawn.label ? (
        <text x={drawn.label.x} y={drawn.label.y} textAnchor={drawn.label.anchor} className={classes.label}>
          {drawn.label.text}
          <title>{drawn.flow.name}</title>
        </text>
      ) : null}
    </g>
  );
});
