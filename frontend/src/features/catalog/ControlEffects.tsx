/** What a control does to either side, while it is written, and why. */
import { Select, Textarea } from "@mantine/core";
import form from "@/components/form.module.css";
import { type Source, SOURCES } from "@/lib/lens";
import { messages } from "@/lib/messages";
import type { Effect } from "@/api/knowledge";
import { type ControlDraft, isHurting } from "./controlDraft";
import { options } from "./options";
import classes from "./differences.module.css";

const words = messages.controls;

interface ControlEffectsProps {
  draft: ControlDraft;
  problemOf: (path: string) => string | undefined;
  onChange: (fields: Partial<ControlDraft>) => void;
}

export function ControlEffects({ draft, problemOf, onChange }: ControlEffectsProps) {
  const put = (side: Source, effect: string | null) =>
    onChange({ effects: { ...draft.effects, [side]: (effect ?? "nothing") as Effect } });
  return (
    <fieldset className={classes.group}>
      <legend>{words.effects}</legend>
      <div className={form.form}>
        <div className={`${form.inline} ${form.even}`}>
          {SOURCES.map((side) => (
            <Select
              key={side}
              label={words.effectOn[side]}
              data={options(words.effectChoices)}
              value={draft.effects[side]}
              onChange={(effect) => put(side, effect)}
              error={problemOf(`effect.${side}`)}
            />
          ))}
        </div>
        <Textarea
          label={words.effectReason}
          description={words.effectReasonHint}
          required={isHurting(draft)}
          value={draft.effectReason}
          onChange={(event) => onChange({ effectReason: event.currentTarget.value })}
          error={problemOf("effect")}
        />
      </div>
    </fieldset>
  );
}
