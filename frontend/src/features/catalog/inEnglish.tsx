/** Sentences of the catalogue, marked as what they are, so that screen readers read them right in another language. */
import { knowledgeLanguage } from "@/lib/language";

export const inEnglish = (sentence: string) =>
  sentence ? <span lang={knowledgeLanguage}>{sentence}</span> : undefined;
