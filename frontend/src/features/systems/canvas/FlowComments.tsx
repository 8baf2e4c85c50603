/** Open comments on flows: beside the name, or on the line. Above the cards, so that none of them covers a mark. */
import { ViewportPortal } from "@xyflow/react";
import type { OpenThreads } from "@/api/comments";
import { CommentMark } from "@/components/CommentMark";
import { longestPiece, middleOf, type Spot } from "./geometry";
import type { Label } from "./labels";
import { LEADING, SIZE, widthOf } from "./lettering";
import type { DrawnFlow } from "./scene";
import classes from "./canvas.module.css";

const GAP = 3;

interface FlowCommentsProps {
  flows: readonly DrawnFlow[];
  threads: OpenThreads;
  labelOf: (id: string) => Label | undefined;
}

export function FlowComments({ flows, threads, labelOf }: FlowCommentsProps) {
  const talked = flows.filter(({ flow }) => threads.has(flow.id));
  if (talked.length === 0) return null;
  return (
    <ViewportPortal>
      {talked.map(({ flow, points }) => {
        const [left, top] = placeOf(points, labelOf(flow.id));
        return (
          <span key={flow.id} className={`${classes.flowComments} nodrag nopan`} style={{ left, top }}>
            <CommentMark id={flow.id} count={threads.get(flow.id)} />
          </span>
        );
      })}
    </ViewportPortal>
  );
}

/** The middle of the left edge of a mark: after the last line of the name. */
function placeOf(points: readonly Spot[], label: Label | undefined): Spot {
  if (!label) {
    const piece = longestPiece(points);
    return piece ? middleOf(piece) : (points[0] ?? [0, 0]);
  }
  const { x, y, anchor, lines } = label;
  const width = widthOf(lines.at(-1) ?? "");
  const end = { start: x + width, middle: x + width / 2, end: x }[anchor];
  return [end + GAP, y + (lines.length - 1) * LEADING - SIZE / 3];
}
