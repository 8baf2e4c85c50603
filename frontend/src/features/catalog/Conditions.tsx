/** When an entry is suggested: its conditions, each as the question with the answers that count. */
import { useVocabulary } from "@/api/catalogue";
import type { CatalogueCondition, Vocabulary } from "@/api/knowledge";
import lists from "@/components/lists.module.css";
import { messages } from "@/lib/messages";
import { wordsOf } from "@/lib/text";

const words = messages.catalogue;

interface ConditionsProps {
  conditions: readonly CatalogueCondition[];
  /** The shape of the path that the entry asks for, in words; undefined where it asks for none. */
  path: string | undefined;
}

export function Conditions({ conditions, path }: ConditionsProps) {
  const vocabulary = useVocabulary().data;
  if (!vocabulary) return null;
  if (conditions.length === 0 && !path) return <p className={lists.note}>{words.whenAlways}</p>;
  return (
    <ul className={lists.list}>
      {path ? (
        <li>
          <span className={lists.grow}>{words.whenPath(path)}</span>
        </li>
      ) : null}
      {conditions.map((condition) => (
        <li key={`${condition.on} ${condition.attribute} ${condition.negated}`}>
          <span className={lists.grow}>{conditionInWords(condition, vocabulary)}</span>
        </li>
      ))}
    </ul>
  );
}

export function conditionInWords(
  { on, attribute, values, negated }: CatalogueCondition,
  vocabulary: Vocabulary,
): string {
  const where = words.conditionOn[on] ?? "";
  const fact = words.derived[attribute];
  if (fact) return [where, negated ? words.not(fact) : fact].filter(Boolean).join(" ");
  const spec = vocabulary.attributes[attribute];
  const answers = values.map((value) =>
    typeof value === "boolean"
      ? value
        ? messages.common.yes
        : messages.common.no
      : (spec?.value_labels[value] ?? wordsOf(value)),
  );
  return words.condition(where, spec?.ask ?? wordsOf(attribute), answers, negated);
}
