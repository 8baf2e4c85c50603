/** The conditions of an entry while it is written: a row for each, in the words of the vocabulary. */
import { ActionIcon, Button, MultiSelect, Select } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useVocabulary } from "@/api/catalogue";
import type { CatalogueCondition, Vocabulary } from "@/api/knowledge";
import form from "@/components/form.module.css";
import { messages } from "@/lib/messages";
import { wordsOf } from "@/lib/text";
import { NEW_CONDITION } from "./entryDraft";
import classes from "./differences.module.css";

const words = messages.ownCatalogue;
const FACTS = messages.catalogue.derived;
const WHERES = Object.entries(words.wheres).map(([value, label]) => ({ value, label }));

interface ConditionRowsProps {
  conditions: CatalogueCondition[];
  onChange: (conditions: CatalogueCondition[]) => void;
}

export function ConditionRows({ conditions, onChange }: ConditionRowsProps) {
  const vocabulary = useVocabulary().data;
  if (!vocabulary) return null;
  const put = (index: number, condition: CatalogueCondition) => onChange(conditions.with(index, condition));
  return (
    <fieldset className={classes.group}>
      <legend>{words.when}</legend>
      <p className={form.note}>{words.whenHint}</p>
      {conditions.map((condition, index) => (
        <ConditionRow
          key={`${index} of ${conditions.length}`}
          condition={condition}
          vocabulary={vocabulary}
          onChange={(next) => put(index, next)}
          onRemove={() => onChange(conditions.toSpliced(index, 1))}
        />
      ))}
      <Button onClick={() => onChange([...conditions, NEW_CONDITION])}>{words.addCondition}</Button>
    </fieldset>
  );
}

interface ConditionRowProps {
  condition: CatalogueCondition;
  vocabulary: Vocabulary;
  onChange: (condition: CatalogueCondition) => void;
  onRemove: () => void;
}

function ConditionRow({ condition, vocabulary, onChange, onRemove }: ConditionRowProps) {
  const isFact = condition.attribute in FACTS;
  const ways = isFact
    ? [
        { value: "is", label: words.holds },
        { value: "not", label: words.holdsNot },
      ]
    : [
        { value: "is", label: words.is },
        { value: "not", label: words.isNot },
      ];
  return (
    <div className={classes.condition}>
      <Select
        label={words.where}
        data={WHERES}
        value={condition.on}
        onChange={(on) => onChange({ ...condition, on: (on ?? "element") as CatalogueCondition["on"] })}
      />
      <Select
        label={words.asked}
        searchable
        required
        data={askedOptions(vocabulary)}
        value={condition.attribute || null}
        onChange={(attribute) =>
          onChange({ ...condition, attribute: attribute ?? "", values: valuesAtFirst(attribute) })
        }
        style={{ flexBasis: 260 }}
      />
      <Select
        aria-label={words.isOrNot}
        data={ways}
        value={condition.negated ? "not" : "is"}
        onChange={(way) => onChange({ ...condition, negated: way === "not" })}
      />
      {isFact || !condition.attribute ? null : (
        <MultiSelect
          label={words.values}
          data={answerOptions(condition.attribute, vocabulary)}
          value={condition.values.map(String)}
          onChange={(values) =>
            onChange({ ...condition, values: values.map((one) => parsed(one, condition, vocabulary)) })
          }
        />
      )}
      <ActionIcon aria-label={words.removeCondition} onClick={onRemove}>
        <IconX size={16} stroke={1.5} />
      </ActionIcon>
    </div>
  );
}

const valuesAtFirst = (attribute: string | null): CatalogueCondition["values"] =>
  attribute && attribute in FACTS ? [true] : [];

const askedOptions = (vocabulary: Vocabulary) => [
  ...Object.entries(FACTS).map(([value, label]) => ({ value, label })),
  ...Object.entries(vocabulary.attributes).map(([value, spec]) => ({ value, label: spec.ask })),
];

function answerOptions(attribute: string, vocabulary: Vocabulary) {
  const spec = vocabulary.attributes[attribute];
  if (spec?.type === "bool") {
    return [
      { value: "true", label: messages.common.yes },
      { value: "false", label: messages.common.no },
    ];
  }
  return (spec?.values ?? []).map((value) => ({ value, label: spec?.value_labels[value] ?? wordsOf(value) }));
}

const parsed = (value: string, { attribute }: CatalogueCondition, vocabulary: Vocabulary): string | boolean =>
  vocabulary.attributes[attribute]?.type === "bool" ? value === "true" : value;
