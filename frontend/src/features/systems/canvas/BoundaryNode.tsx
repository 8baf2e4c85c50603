/** A trust boundary on the canvas. Only its name and edge take clicks, so that the canvas under it can be moved. */
import { type NodeProps, NodeResizer } from "@xyflow/react";
import { memo } from "react";
import type { Boundary } from "@/api/types";
import { CommentMark } from "@/components/CommentMark";
import { messages } from "@/lib/messages";
import { snapped } from "./adding";
import { useMarks } from "./marks";
import { type Title, TITLE } from "./signs";
import { RenameField } from "./RenameField";
import { useBench, useBenchState } from "./useBench";
import classes from "./canvas.module.css";

const SMALLEST = { minWidth: 96, minHeight: 64 };

/** Dots and dashes along an edge of a million pixels keep a browser from painting anything else. */
const MOST_DOTTED = 100_000;

export const BoundaryNode = memo(function BoundaryNode({ data, selected, dragging, width = 0, height = 0 }: NodeProps) {
  const { boundary, sign } = data as { boundary: Boundary; sign: Title };
  const { isFar, threads } = useMarks();
  const isRenaming = useBenchState((state) => state.renaming === boundary.id);
  const isTarget = useBenchState((state) => state.dropInto === boundary.id);
  const trust = messages.vocabulary.trust[boundary.trust];
  return (
    <div
      className={classes.boundary}
      data-trust={boundary.trust || "unknown"}
      data-selected={selected || undefined}
      data-target={isTarget || undefined}
      data-far={isFar || undefined}
      style={Math.max(width, height) > MOST_DOTTED ? { borderStyle: "solid" } : undefined}
    >
      {isRenaming ? (
        <RenameField id={boundary.id} name={boundary.name} />
      ) : (
        <button
          type="button"
          className="boundary-name nopan"
          data-part={boundary.id}
          tabIndex={-1}
          aria-pressed={selected}
          data-far={isFar || undefined}
          style={isFar ? undefined : { left: sign.inset - TITLE.inset, maxWidth: `calc(100% - ${sign.inset}px)` }}
        >
          {sign.lines.length > 1 && !isFar ? <InLines lines={sign.lines} /> : boundary.name}
          {trust ? <small className={sign.isWhole ? undefined : "visually-hidden"}>{trust}</small> : null}
        </button>
      )}
      {isFar ? null : <CommentMark id={boundary.id} count={threads.get(boundary.id)} />}
      {selected && !dragging ? <Edges id={boundary.id} /> : null}
    </div>
  );
});

function InLines({ lines }: { lines: readonly string[] }) {
  return (
    <span>
      {lines.map((line) => (
        <span key={line} className={classes.titleLine}>
          {line}{" "}
        </span>
      ))}
    </span>
  );
}

function Edges({ id }: { id: string }) {
  const bench = useBench();
  const isAlone = useBenchState((state) => state.selected.size === 1 && !state.isLocked);
  if (!isAlone || !bench.mayMove) return null;
  const boxOf = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }) => ({
    x: snapped(x),
    y: snapped(y),
    width: snapped(width),
    height: snapped(height),
  });
  return (
    <NodeResizer
      {...SMALLEST}
      lineClassName={classes.edge ?? ""}
      handleClassName={classes.corner ?? ""}
      onResize={(_, box) => bench.isPutBack || bench.resize(id, boxOf(box), false)}
      onResizeEnd={(_, box) => bench.isPutBack || bench.resize(id, boxOf(box), true)}
    />
  );
}
