/** One part in the tree: its picture, its name, what can go wrong there, and whether it is talked about. */
import { IconArrowRight, IconArrowsLeftRight } from "@tabler/icons-react";
import type { Picture } from "@/api/picture";
import { CommentMark } from "@/components/CommentMark";
import { KindIcon } from "@/components/KindIcon";
import { LensCount } from "@/components/LensCount";
import { Tag } from "@/components/Tag";
import type { LensCounts } from "@/lib/counts";
import { messages } from "@/lib/messages";
import { BoundaryIcon } from "../canvas/BoundaryIcon";
import classes from "./outline.module.css";

interface PartNameProps {
  id: string;
  name: string;
  picture: Picture;
  count: LensCounts | undefined;
}

export function PartName({ id, name, picture, count }: PartNameProps) {
  const element = picture.elements.find((one) => one.id === id);
  const flow = element ? undefined : picture.flows.find((one) => one.id === id);
  const boundary = element || flow ? undefined : picture.boundaries.find((one) => one.id === id);
  const Arrow = flow?.bidirectional ? IconArrowsLeftRight : IconArrowRight;
  return (
    <span className={classes.part}>
      {element ? <KindIcon kind={element.kind} /> : null}
      {boundary ? <BoundaryIcon /> : null}
      {flow ? <Arrow size={15} stroke={1.5} aria-hidden /> : null}
      <span className={boundary ? classes.boundary : classes.name} data-out={element?.out_of_scope || undefined}>
        {name}
      </span>
      {element?.out_of_scope ? <Tag look="faded">{messages.picture.outOfScope}</Tag> : null}
      {boundary?.trust ? <Tag>{messages.vocabulary.trust[boundary.trust]}</Tag> : null}
      <span className={classes.counts}>
        <LensCount source="adversarial" count={count?.adversarial ?? 0} />
        <LensCount source="unintended" count={count?.unintended ?? 0} />
        <CommentMark id={id} count={picture.threads.get(id)} />
      </span>
    </span>
  );
}
