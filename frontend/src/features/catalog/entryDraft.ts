/** An entry while it is written: from the row in the form of the files, and back to it. */
import type { CatalogueCondition, CatalogueEntry, Example, RowContent } from "@/api/knowledge";
import type { Source } from "@/lib/lens";

export interface EntryDraft {
  slug: string;
  title: string;
  gist: string;
  family: string;
  source: Source;
  origin: string;
  kinds: string[];
  when: CatalogueCondition[];
  harms: string[];
  stages: string[];
  references: string[];
  question: string;
  other_question: string;
  disturbance: string;
  pattern: string;
  alone: string;
  examples: Example[];
}

export const NEW_ENTRY: EntryDraft = {
  slug: "",
  title: "",
  gist: "",
  family: "ai_security",
  source: "adversarial",
  origin: "external_attacker",
  kinds: [],
  when: [],
  harms: [],
  stages: ["operation"],
  references: [],
  question: "",
  other_question: "",
  disturbance: "",
  pattern: "",
  alone: "",
  examples: [],
};

export const NEW_CONDITION: CatalogueCondition = { on: "element", attribute: "", values: [], negated: false };

export function draftOf(entry: CatalogueEntry): EntryDraft {
  const { slug, title, gist, family, source, origin, kinds, when, harms, stages, examples } = entry;
  const { question, other_question, disturbance, pattern, alone } = entry;
  return {
    ...{ slug, title, gist, family, source, origin, kinds, when, harms, stages, examples },
    ...{ question, other_question, disturbance, pattern, alone },
    // As they are written: a reference that an upgrade took away is in no list of references.
    references: entry.content.references as string[],
  };
}

export function rowOf(draft: EntryDraft, isFact: (attribute: string) => boolean): RowContent {
  return {
    ...draft,
    when: draft.when.map((condition) => conditionRow(condition, isFact)),
    disturbance: draft.disturbance || null,
    pattern: draft.pattern || null,
    alone: draft.alone.trim() || null,
    examples: draft.examples.length > 0 ? draft.examples : null,
  };
}

function conditionRow({ on, attribute, values, negated }: CatalogueCondition, isFact: (name: string) => boolean) {
  const where = on === "element" ? {} : { on };
  if (isFact(attribute)) return { fact: attribute, ...(negated ? { is: [false] } : {}), ...where };
  return { attribute, [negated ? "not" : "is"]: values, ...where };
}
