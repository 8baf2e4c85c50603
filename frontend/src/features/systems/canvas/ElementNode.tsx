/** An element on the canvas: its kind's icon, its name, and the marks of both lenses with counts. */
import type { NodeProps } from "@xyflow/react";
import { memo } from "react";
import type { Element } from "@/api/types";
import { KindIcon } from "@/components/KindIcon";
import { messages } from "@/lib/messages";
import { ConnectDots } from "./ConnectDots";
import { ElementMarks } from "./ElementMarks";
import { nameSizeOf } from "./lettering";
import { useMarks } from "./marks";
import { RenameField } from "./RenameField";
import type { Corner } from "./signs";
import { useBenchState } from "./useBench";
import classes from "./canvas.module.css";

const CARD_WIDTH = 168;
/** What icon, gap, padding and border take of a card's width. */
const BESIDE_NAME = 52;

export const ElementNode = memo(function ElementNode({ data, selected, width = CARD_WIDTH, height }: NodeProps) {
  const { element, sign } = data as { element: Element; sign: Corner };
  const { trail, exposure, isFar } = useMarks();
  const isRenaming = useBenchState((state) => state.renaming === element.id);
  const stop = trail ? trail.elements.indexOf(element.id) : -1;
  const look = {
    "data-selected": selected || undefined,
    "data-out": element.out_of_scope || undefined,
    "data-trail": trail ? (stop < 0 ? "off" : "on") : undefined,
    "data-reached": exposure?.reached.has(element.id) || undefined,
  };
  if (isFar && !isRenaming) return <div className={classes.dot} {...look} title={element.name} />;
  return (
    <>
      <button
        type="button"
        className={`${classes.element} nopan`}
        data-part={element.id}
        tabIndex={-1}
        aria-pressed={selected}
        {...look}
      >
        <KindIcon kind={element.kind} size={24} />
        <span className={classes.name} style={{ fontSize: nameSizeOf(element.name, width - BESIDE_NAME, height) }}>
          {element.name}
        </span>
        {element.out_of_scope ? <span className="visually-hidden">{messages.picture.outOfScope}</span> : null}
        {exposure?.reached.has(element.id) ? (
          <span className="visually-hidden">{messages.workbench.reachedByUntrusted}</span>
        ) : null}
      </button>
      {trail?.isWay && stop >= 0 ? <span className={classes.stop}>{stop + 1}</span> : null}
      {trail ? null : <ElementMarks element={element} corner={sign} />}
      {isRenaming ? <RenameField id={element.id} name={element.name} /> : <ConnectDots id={element.id} />}
    </>
  );
});
