/** A trust boundary on the canvas. Only its name takes clicks, so that the canvas under it can be moved. */
import type { NodeProps } from "@xyflow/react";
import { memo } from "react";
import type { Boundary } from "@/api/types";
import { messages } from "@/lib/messages";
import { useCanvasSelection } from "./selection";
import classes from "./canvas.module.css";

export const BoundaryNode = memo(function BoundaryNode({ data }: NodeProps) {
  const { boundary } = data as { boundary: Boundary };
  const { selected, onSelect } = useCanvasSelection();
  const trust = messages.vocabulary.trust[boundary.trust];
  return (
    <div
      className={classes.boundary}
      data-trust={boundary.trust || "unknown"}
      data-selected={selected === boundary.id || undefined}
    >
      <button type="button" className="nopan" onClick={() => onSelect(boundary.id)}>
        {boundary.name}
        {trust ? <small>{trust}</small> : null}
      </button>
    </div>
  );
});
