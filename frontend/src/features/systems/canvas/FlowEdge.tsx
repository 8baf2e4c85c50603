/** A flow on the canvas: its line and its name. */
import { BaseEdge, type EdgeProps } from "@xyflow/react";
import { memo } from "react";
import type { DrawnFlow } from "./drawing";
import { useCanvasSelection } from "./selection";
import classes from "./canvas.module.css";

const LETTER = 6;
const LINE = 15;

export const FlowEdge = memo(function FlowEdge({ id, data, markerEnd, markerStart }: EdgeProps) {
  const { drawn } = data as { drawn: DrawnFlow };
  const { selected } = useCanvasSelection();
  const { x, y, isLevel, room } = drawn.label;
  return (
    <g className={classes.flow} data-selected={selected === id || undefined}>
      <BaseEdge path={drawn.path} markerEnd={markerEnd} markerStart={markerStart} interactionWidth={16} />
      <text x={x} y={isLevel ? y - 5 : y + 4} textAnchor="middle" className={classes.label}>
        {shortened(drawn.flow.name, isLevel ? room : room + LINE * 4)}
        <title>{drawn.flow.name}</title>
      </text>
    </g>
  );
});

/** The name, or as much of it as its piece of the line has room for. */
function shortened(name: string, room: number): string {
  const letters = Math.max(10, Math.floor(room / LETTER));
  return name.length > letters ? `${name.slice(0, letters - 1)}…` : name;
}
