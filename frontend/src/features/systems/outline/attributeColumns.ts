/** The attributes of elements, flows and boundaries as columns. */
import type { AttributeSpec, Vocabulary } from "@/api/knowledge";
import type { Attributes, AttributeValue, EffectiveAttribute } from "@/api/types";
import { messages } from "@/lib/messages";
import type { Column, Fields } from "@/lib/table/columns";
import { choiceReader, choicesReader, joined, type Option } from "@/lib/table/reading";
import { wordsOf } from "@/lib/text";

const { yes, no, none, unknown } = messages.common;

interface Described {
  attributes: Attributes;
  effective_attributes?: Record<string, EffectiveAttribute>;
}

interface AttributeColumnOptions {
  isExtra: boolean;
  isFor?: (fields: Fields) => boolean;
  /** The name of a boundary from which answers come. */
  nameOf?: (boundary: string) => string | undefined;
}

const WIDTH = 168;

export function attributeColumn<Row extends Described>(
  name: string,
  spec: AttributeSpec,
  { isExtra, isFor, nameOf }: AttributeColumnOptions,
): Column<Row> {
  const options = optionsOf(spec);
  const labels = new Map(options.map(({ label, value }) => [value, label]));
  const found = (row: Row) => (row.effective_attributes ? row.effective_attributes[name] : asOwn(row.attributes[name]));
  const text = (row: Row) => {
    const value = found(row)?.value;
    if (Array.isArray(value)) return value.length === 0 ? none : joined(value.map((one) => labels.get(one) ?? one));
    return value === undefined ? "" : (labels.get(value) ?? String(value));
  };
  const isSet = spec.type === "set";
  const fields = (value: unknown) => ({ attributes: { [name]: value } });
  const reading = { options, fields, blank: { value: null } };
  const read = isSet ? choicesReader({ ...reading, none }) : choiceReader(reading);
  return {
    id: `attributes.${name}`,
    title: spec.label,
    width: WIDTH,
    text,
    // Some questions have an answer that is called "unknown", and that one is known.
    read: (written) => read(isUnknown(written) && !isAnswer(written, options) ? "" : written),
    note: (row) => originOf(found(row), nameOf),
    blank: unknown,
    choices: isSet ? [...labels.values(), none] : [...labels.values()],
    isMany: isSet,
    isExtra,
    ...(isFor ? { isFor } : {}),
  };
}

const isUnknown = (text: string): boolean => text.trim().toLocaleLowerCase() === unknown.toLocaleLowerCase();
const isAnswer = (text: string, options: readonly Option[]): boolean =>
  options.some(({ label }) => label.toLocaleLowerCase() === text.trim().toLocaleLowerCase());

function originOf(found: EffectiveAttribute | undefined, nameOf: AttributeColumnOptions["nameOf"]): string | undefined {
  if (!found || found.from === "own") return undefined;
  const { inheritedSystem, inheritedFrom } = messages.picture;
  return found.from === "system" ? inheritedSystem : inheritedFrom(nameOf?.(found.object ?? "") ?? "");
}

const asOwn = (value: AttributeValue | undefined): EffectiveAttribute | undefined =>
  value === undefined ? undefined : { value, from: "own" };

const optionsOf = ({ type, values, value_labels: words }: AttributeSpec): Option[] =>
  type === "bool"
    ? [
        { value: true, label: words.true ?? yes },
        { value: false, label: words.false ?? no },
      ]
    : values.map((value) => ({ value, label: words[value] ?? wordsOf(value) }));

/** Columns for these attributes, in the order of the vocabulary. */
export const attributeColumns = <Row extends Described>(
  vocabulary: Vocabulary,
  names: readonly string[],
  optionsFor: (name: string) => AttributeColumnOptions,
): Column<Row>[] =>
  names.flatMap((name) => {
    const spec = vocabulary.attributes[name];
    return spec ? [attributeColumn<Row>(name, spec, optionsFor(name))] : [];
  });
