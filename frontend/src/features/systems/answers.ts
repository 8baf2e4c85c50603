/** The answers that a question offers, each in plain words. */
import type { Vocabulary } from "@/api/knowledge";
import { messages } from "@/lib/messages";
import { wordsOf } from "@/lib/text";

export interface Answer {
  value: string | boolean;
  label: string;
}

export interface Offer {
  ask: string;
  help: string;
  answers: readonly Answer[];
  /** Whether several of them may hold together, or none. */
  isSet: boolean;
}

/** Null for an attribute that the vocabulary does not know. Of a boundary only its trust is asked. */
export function offerOf(objectType: string, attribute: string, ask: string, vocabulary: Vocabulary): Offer | null {
  if (objectType === "boundary") {
    const answers = vocabulary.boundary_trust.map((value) => ({
      value,
      label: messages.vocabulary.trust[value] ?? wordsOf(value),
    }));
    return { ask, help: "", answers, isSet: false };
  }
  const spec = vocabulary.attributes[attribute];
  if (!spec) return null;
  const words = spec.value_labels;
  const { yes, no } = messages.common;
  const answers =
    spec.type === "bool"
      ? [
          { value: true, label: words.true ?? yes },
          { value: false, label: words.false ?? no },
        ]
      : spec.values.map((value) => ({ value, label: words[value] ?? wordsOf(value) }));
  return { ask: spec.ask, help: spec.help, answers, isSet: spec.type === "set" };
}
