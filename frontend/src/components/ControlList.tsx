/** Controls: what each does to either side, which factor of the score it moves, and how one finds out that it works. */
import type { ReactNode } from "react";
import { knowledgeLanguage } from "@/lib/language";
import { messages } from "@/lib/messages";
import { Effects, type EffectsOfControl, isConflict } from "./Effects";
import { Tag } from "./Tag";
import classes from "./lists.module.css";

interface ControlLine extends EffectsOfControl {
  slug: string;
  title: string;
  effect_reason: string;
  factor: string;
  verification: string;
}

const words = messages.suggestions;

interface ControlListProps<Line> {
  controls: readonly Line[];
  /** The title as a way to the control's page, where there is one. */
  titled?: (control: Line) => ReactNode;
  /** What stands under a control and can be done with it. */
  below?: (control: Line) => ReactNode;
}

export function ControlList<Line extends ControlLine>({ controls, titled, below }: ControlListProps<Line>) {
  return (
    <ul className={classes.list}>
      {controls.map((control) => (
        <li key={control.slug}>
          <div className={classes.grow}>
            <span lang={knowledgeLanguage}>{titled?.(control) ?? control.title}</span>{" "}
            {isConflict(control) ? <Tag look="strong">{words.conflict}</Tag> : null}
            {control.effect_reason ? (
              <p className={classes.note} lang={knowledgeLanguage}>
                {control.effect_reason}
              </p>
            ) : null}
            <p className={classes.note}>
              {words.factors[control.factor] ?? control.factor}
              {control.verification ? ` ${words.verifiedBy(control.verification)}` : null}
            </p>
            {below?.(control)}
          </div>
          <Effects control={control} />
        </li>
      ))}
    </ul>
  );
}
