/** An entry while it is written: from the row in the form of the files, and back to it. */
import type { CatalogueCondition, CatalogueEntry, RowContent } from "@/api/knowledge";
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
};

export const NEW_CONDITION: CatalogueCondition = { on: "element", attribute: "", values: [], negated: false };

export function draftOf(entry: CatalogueEntry): EntryDraft {
  const { slug, title, gist, family, source, origin, kinds, when, harms, stages, question, other_question } = entry;
  const references = entry.content.references as string[];
  const texts = { slug, title, gist, family, source, origin, question, other_question };
  return { ...texts, kinds, when, harms, stages, references };
}

export function rowOf(draft: EntryDraft, isFact: (attribute: string) => boolean): RowContent {
  return { ...draft, when: draft.when.map((condition) => conditionRow(condition, isFact)) };
}

function conditionRow({ on, attribute, values, negated }: CatalogueCondition, isFact: (name: string) => boolean) {
  const where = on === "element" ? {} : { on };
  if (isFact(attribute)) return { fact: attribute, ...(negated ? { is: [false] } : {}), ...where };
  return { attribute, [negated ? "not" : "is"]: values, ...where };
}
