/** One asset at the side. */
import { MultiSelect } from "@mantine/core";
import { useVocabulary } from "@/api/catalogue";
import { useNames } from "@/api/names";
import { useSaver } from "@/api/saver";
import type { Asset, Need } from "@/api/types";
import { Choice } from "@/components/Choice";
import { SavedMarkdown } from "@/components/SavedMarkdown";
import { SavedText } from "@/components/SavedText";
import { messages } from "@/lib/messages";
import { without } from "@/lib/records";
import { PartFrame } from "./PartFrame";
import classes from "./stake.module.css";

const words = messages.stake;
const LEVELS = Object.entries(words.need).map(([value, label]) => ({ value, label }));

export function AssetPanel({ asset, onGone }: { asset: Asset; onGone: () => void }) {
  const saver = useSaver("assets", asset.id);
  const vocabulary = useVocabulary().data;
  const names = useNames();
  const classesSpec = vocabulary?.attributes.data_classes;
  const need = (property: string, level: string) => {
    const others = without(asset.needs, property);
    saver.save({ needs: level === "none" ? others : { ...others, [property]: level as Need } });
  };
  return (
    <PartFrame kind="assets" id={asset.id} name={asset.name} saver={saver} onGone={onGone}>
      {(isDisabled) => (
        <>
          <SavedText
            label={messages.common.name}
            isRequired
            value={asset.name}
            isDisabled={isDisabled}
            onSave={(name) => saver.save({ name })}
          />
          <SavedMarkdown
            label={messages.common.description}
            value={asset.description}
            isDisabled={isDisabled}
            onSave={(description) => saver.save({ description })}
          />
          <MultiSelect
            label={words.dataClasses}
            data={(classesSpec?.values ?? []).map((value) => ({
              value,
              label: classesSpec?.value_labels[value] ?? value,
            }))}
            value={asset.data_classes}
            disabled={isDisabled}
            onChange={(data) => saver.save({ data_classes: data })}
          />
          <MultiSelect
            label={words.heldBy}
            description={words.heldByAbout}
            searchable
            data={[...names].map(([value, label]) => ({ value, label }))}
            // What holds it may not have been read yet, or may just have been deleted by somebody else.
            value={asset.held_by.filter((id) => names.has(id))}
            disabled={isDisabled}
            onChange={(held) => saver.save({ held_by: held })}
          />
          <fieldset className={classes.rows}>
            <legend>{words.needs}</legend>
            {Object.entries(vocabulary?.properties ?? {}).map(([property, { label, meaning }]) => (
              <div key={property} className={classes.row}>
                <span>
                  {label}
                  <small>{meaning}</small>
                </span>
                <Choice
                  label={words.needOf(label)}
                  value={asset.needs[property] ?? "none"}
                  options={LEVELS}
                  isDisabled={isDisabled}
                  onChange={(level) => need(property, level)}
                />
              </div>
            ))}
          </fieldset>
        </>
      )}
    </PartFrame>
  );
}
