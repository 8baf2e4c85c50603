/** One loss at the side. */
import { Checkbox, MultiSelect } from "@mantine/core";
import { useParts } from "@/api/parts";
import { useSaver } from "@/api/saver";
import type { Loss } from "@/api/types";
import { Choice } from "@/components/Choice";
import { SavedMarkdown } from "@/components/SavedMarkdown";
import { SavedText } from "@/components/SavedText";
import { messages } from "@/lib/messages";
import { without } from "@/lib/records";
import { PartFrame } from "./PartFrame";
import classes from "./stake.module.css";

const words = messages.stake;
const LEVELS = [
  { value: "0", label: words.need.none },
  ...[1, 2, 3, 4, 5].map((level) => ({ value: String(level), label: String(level) })),
];

export function LossPanel({ loss, onGone }: { loss: Loss; onGone: () => void }) {
  const saver = useSaver("losses", loss.id);
  const assets = useParts("assets").data ?? [];
  const rate = (kind: string, level: number) => {
    const others = without(loss.impact, kind);
    saver.save({ impact: level === 0 ? others : { ...others, [kind]: level } });
  };
  return (
    <PartFrame kind="losses" id={loss.id} name={loss.title} saver={saver} onGone={onGone}>
      {(isDisabled) => (
        <>
          <SavedText
            label={words.lossTitle}
            isLong
            isRequired
            value={loss.title}
            isDisabled={isDisabled}
            onSave={(title) => saver.save({ title })}
          />
          <SavedMarkdown
            label={messages.common.description}
            value={loss.description}
            isDisabled={isDisabled}
            onSave={(description) => saver.save({ description })}
          />
          <fieldset className={classes.rows}>
            <legend>{words.impact}</legend>
            {Object.entries(words.impacts).map(([kind, label]) => (
              <div key={kind} className={classes.row}>
                <span>{label}</span>
                <Choice
                  label={label}
                  value={String(loss.impact[kind] ?? 0)}
                  options={LEVELS}
                  isDisabled={isDisabled}
                  onChange={(level) => rate(kind, Number(level))}
                />
              </div>
            ))}
          </fieldset>
          <Checkbox
            size="xs"
            label={words.irreversible}
            checked={loss.irreversible}
            disabled={isDisabled}
            onChange={(event) => saver.save({ irreversible: event.currentTarget.checked })}
          />
          <MultiSelect
            label={words.hitsAssets}
            data={assets.map(({ id, name }) => ({ value: id, label: name }))}
            value={loss.assets.filter((id) => assets.some((one) => one.id === id))}
            disabled={isDisabled}
            onChange={(hit) => saver.save({ assets: hit })}
          />
        </>
      )}
    </PartFrame>
  );
}
