/** What a control does to each side: a mark, a sign and a word for either. */
import type { Source } from "@/lib/lens";
import { messages } from "@/lib/messages";
import { LensMark } from "./LensMark";
import classes from "./lists.module.css";

export interface EffectsOfControl {
  effect_on_adversarial: string;
  effect_on_unintended: string;
}

const words = messages.suggestions;
const SIGNS: Record<string, string> = { helps: "+", nothing: "0", hurts: "−" };

interface EffectsProps {
  control: EffectsOfControl;
  /** Side by side where there is room, instead of one above the other. */
  isInLine?: boolean;
}

export function Effects({ control, isInLine = false }: EffectsProps) {
  return (
    <div className={classes.effects} data-in-line={isInLine || undefined}>
      <Effect source="adversarial" effect={control.effect_on_adversarial} />
      <Effect source="unintended" effect={control.effect_on_unintended} />
    </div>
  );
}

export const isConflict = ({ effect_on_adversarial: threat, effect_on_unintended: hazard }: EffectsOfControl) =>
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
