/** A flow on the canvas: its line and its name. */
import { BaseEdge, type EdgeProps } from "@xyflow/react";
import { memo } from "react";
import type { DrawnFlow } from "./drawing";
import type { Label } from "./labels";
import { LEADING } from "./lettering";
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
      <title>{drawn.flow.name}</title>
      <BaseEdge path={drawn.path} markerEnd={markerEnd} markerStart={markerStart} interactionWidth={16} />
      {drawn.label ? <Name label={drawn.label} /> : null}
    </g>
  );
});

function Name({ label: { x, y, anchor, lines } }: { label: Label }) {
  return (
    <text y={y} textAnchor={anchor} className={classes.label}>
      {lines.map((line, index) => (
        <tspan key={`${index} ${line}`} x={x} dy={index === 0 ? 0 : LEADING}>
          {line}
        </tspan>
      ))}
    </text>
  );
}
