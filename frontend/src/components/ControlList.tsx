/** Controls: what each does to either side, which factor of the score it moves, and how one finds out that it works. */
import type { ReactNode } from "react";
import type { Source } from "@/lib/lens";
import { messages } from "@/lib/messages";
import { LensMark } from "./LensMark";
import { Tag } from "./Tag";
import classes from "./lists.module.css";

interface ControlLine {
  slug: string;
  title: string;
  effect_on_adversarial: string;
  effect_on_unintended: string;
  effect_reason: string;
  factor: string;
  verification: string;
}

const words = messages.suggestions;
const SIGNS: Record<string, string> = { helps: "+", nothing: "0", hurts: "−" };

interface ControlListProps<Line> {
  controls: readonly Line[];
  /** What stands under a control and can be done with it. */
  below?: (control: Line) => ReactNode;
}

export function ControlList<Line extends ControlLine>({ controls, below }: ControlListProps<Line>) {
  return (
    <ul className={classes.list}>
      {controls.map((control) => (
        <li key={control.slug}>
          <div className={classes.grow}>
            {control.title} {isConflict(control) ? <Tag look="strong">{words.conflict}</Tag> : null}
            <p className={classes.note}>{control.effect_reason}</p>
            <p className={classes.note}>
              {words.factors[control.factor] ?? control.factor}
              {control.verification ? ` ${words.verifiedBy(control.verification)}` : null}
            </p>
            {below?.(control)}
          </div>
          <div className={classes.effects}>
            <Effect source="adversarial" effect={control.effect_on_adversarial} />
            <Effect source="unintended" effect={control.effect_on_unintended} />
          </div>
        </li>
      ))}
    </ul>
  );
}

const isConflict = ({ effect_on_adversarial: threat, effect_on_unintended: hazard }: ControlLine): boolean =>
  (threat === "helps" && hazard === "hurts") || (threat === "hurts" && hazard === "helps");

function Effect({ source, effect }: { source: Source; effect: string }) {
  return (
    <span
      className={classes.effect}
      data-effect={effect}
      title={`${messages.lens.ofSource[source]}: ${words.effects[effect] ?? effect}`}
    >
      <LensMark source={source} size={14} label={messages.lens.ofSource[source]} />
      <b aria-hidden>{SIGNS[effect] ?? "?"}</b>
      <span>{words.effects[effect] ?? effect}</span>
    </span>
  );
}
