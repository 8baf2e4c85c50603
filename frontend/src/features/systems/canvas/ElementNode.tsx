/** An element on the canvas: its kind's icon, its name, and the marks of both lenses with counts. */
import { Handle, type NodeProps, Position } from "@xyflow/react";
import { memo } from "react";
import type { Element } from "@/api/types";
import { KindIcon } from "@/components/KindIcon";
import { LensCount } from "@/components/LensCount";
import { messages } from "@/lib/messages";
import { nameSizeOf } from "./lettering";
import { useCanvasSelection } from "./selection";
import classes from "./canvas.module.css";

const CARD_WIDTH = 168;
/** What icon, gap, padding and border take of a card's width. */
const BESIDE_NAME = 52;

export const ElementNode = memo(function ElementNode({ data, width = CARD_WIDTH }: NodeProps) {
  const { element } = data as { element: Element };
  const { selected, onSelect, counts, trail } = useCanvasSelection();
  const stop = trail ? trail.elements.indexOf(element.id) : -1;
  const count = counts.get(element.id);
  return (
    <button
      type="button"
      className={`${classes.element} nopan`}
      data-selected={selected === element.id || undefined}
      data-out={element.out_of_scope || undefined}
      data-trail={trail ? (stop < 0 ? "off" : "on") : undefined}
      onClick={() => onSelect(element.id)}
    >
      <Handle type="target" position={Position.Left} className={classes.handle} />
      <KindIcon kind={element.kind} size={24} />
      <span className={classes.name} style={{ fontSize: nameSizeOf(element.name, width - BESIDE_NAME) }}>
        {element.name}
      </span>
      {element.out_of_scope ? <span className="visually-hidden">{messages.picture.outOfScope}</span> : null}
      {trail?.isWay && stop >= 0 ? <span className={classes.stop}>{stop + 1}</span> : null}
      {count && !trail ? (
        <span className={classes.counts}>
          <LensCount source="adversarial" count={count.adversarial} size={16} />
          <LensCount source="unintended" count={count.unintended} size={16} />
        </span>
      ) : null}
      <Handle type="source" position={Position.Right} className={classes.handle} />
    </button>
  );
});
