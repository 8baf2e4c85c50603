/** A flow on the canvas: its line, its name, and its bends while it is selected. */
import { memo, type MouseEvent } from "react";
import { messages } from "@/lib/messages";
import { BendHandles } from "./BendHandles";
import { isInTheWay } from "./detail";
import { longestPiece, middleOf } from "./geometry";
import type { Label } from "./labels";
import { LEADING } from "./lettering";
import { useMarks } from "./marks";
import type { DrawnFlow } from "./scene";
import { useBench } from "./useBench";
import classes from "./canvas.module.css";

interface FlowLineProps {
  drawn: DrawnFlow;
  label: Label | undefined;
  isSelected: boolean;
}

export const FlowLine = memo(function FlowLine({ drawn, label, isSelected }: FlowLineProps) {
  const bench = useBench();
  const { trail, exposure } = useMarks();
  const { id, bidirectional } = drawn.flow;
  const isOnTrail = trail?.flows.has(id);
  const isInk = isSelected || isOnTrail || exposure?.carrying.has(id);
  const arrow = `url(#arrow-${isInk ? "ink" : "flow"})`;
  const onClick = (event: MouseEvent) => {
    event.stopPropagation();
    if (event.shiftKey || event.ctrlKey || event.metaKey) bench.alsoSelect(id);
    else bench.choose(id, isInTheWay(event));
  };
  const onDoubleClick = (event: MouseEvent) => {
    event.stopPropagation();
    bench.startNaming(id);
  };
  const isCrossing = exposure?.crossing.has(id);
  return (
    <g
      className={classes.flow}
      data-selected={isSelected || undefined}
      data-trail={trail ? (isOnTrail ? "on" : "off") : undefined}
      data-crossing={isCrossing || undefined}
      data-carrying={exposure?.carrying.has(id) || undefined}
    >
      {/* Keys are handled by the canvas, which knows what has the focus. */}
      {}
      <g
        role="button"
        tabIndex={-1}
        aria-pressed={isSelected}
        aria-label={messages.workbench.flowNamed(bench.nameOf(id), isCrossing === true)}
        data-part={id}
        onClick={onClick}
        onDoubleClick={onDoubleClick}
      >
        <path d={drawn.path} className={classes.ring} />
        <path d={drawn.path} className={classes.hit} />
        <path
          d={drawn.path}
          className={classes.line}
          markerEnd={arrow}
          markerStart={bidirectional ? arrow : undefined}
        />
        {isCrossing ? <Crossing points={drawn.points} /> : null}
        {label ? <Name label={label} name={drawn.flow.name} /> : null}
      </g>
      {isSelected ? <BendHandles drawn={drawn} /> : null}
    </g>
  );
});

function Name({ label: { x, y, anchor, lines, isCut }, name }: { label: Label; name: string }) {
  return (
    <text y={y} textAnchor={anchor} className={classes.label}>
      {isCut ? <title>{name}</title> : null}
      {lines.map((line, index) => (
        <tspan key={`${index} ${line}`} x={x} dy={index === 0 ? 0 : LEADING}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

/** Two strokes, no longer than the arrowhead is wide, across the middle of the longest piece: this flow passes a boundary. */
function Crossing({ points }: { points: DrawnFlow["points"] }) {
  const piece = longestPiece(points);
  if (!piece) return null;
  const { start, end } = piece;
  const angle = (Math.atan2(end[1] - start[1], end[0] - start[0]) * 180) / Math.PI;
  return (
    <path
      d="M-3 -4.5L-3 4.5M3 -4.5L3 4.5"
      className={classes.crossing}
      transform={`translate(${middleOf(piece).join(" ")}) rotate(${angle})`}
    />
  );
}
