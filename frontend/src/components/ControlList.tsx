/** Controls, and what each does to either side: help, nothing, or hurt. */
import type { Source } from "@/lib/lens";
import { messages } from "@/lib/messages";
import { LensMark } from "./LensMark";
import classes from "./lists.module.css";

interface ControlLine {
  slug: string;
  title: string;
  effect_on_adversarial: string;
  effect_on_unintended: string;
  effect_reason: string;
}

const words = messages.suggestions;
const SIGNS: Record<string, string> = { helps: "+", nothing: "0", hurts: "−" };

export function ControlList({ controls }: { controls: readonly ControlLine[] }) {
  return (
    <ul className={classes.list}>
      {controls.map((control) => (
        <li key={control.slug}>
          <div className={classes.grow}>
            {control.title}
            <p className={classes.note}>{control.effect_reason}</p>
          </div>
          <Effect source="adversarial" effect={control.effect_on_adversarial} />
          <Effect source="unintended" effect={control.effect_on_unintended} />
        </li>
      ))}
    </ul>
  );
}

function Effect({ source, effect }: { source: Source; effect: string }) {
  return (
    <span
      className={classes.effect}
      data-effect={effect}
      title={`${messages.lens.ofSource[source]}: ${words.effects[effect] ?? effect}`}
    >
      <LensMark source={source} size={14} label={messages.lens.ofSource[source]} />
      <b aria-hidden>{SIGNS[effect] ?? "?"}</b>
      <span className="visually-hidden">{words.effects[effect] ?? effect}</span>
    </span>
  );
}
