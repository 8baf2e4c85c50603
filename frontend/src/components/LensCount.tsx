/** A lens mark with how many findings it stands for; nothing at all for none. */
import type { Source } from "@/lib/lens";
import { messages } from "@/lib/messages";
import { LensMark } from "./LensMark";
import classes from "./LensCount.module.css";

export function LensCount({ source, count, size = 14 }: { source: Source; count: number; size?: number }) {
  if (count === 0) return null;
  const words = source === "adversarial" ? messages.lens.countThreats(count) : messages.lens.countHazards(count);
  return (
    <span className={classes.count} title={words}>
      <LensMark source={source} size={size} label={words} />
      <span aria-hidden>{count}</span>
    </span>
  );
}
