/** Names of the server as words: fields and kinds of rows that come without a label of their own. */
import { messages } from "./messages";
import { capitalised, wordsOf } from "./text";

const { fields, things } = messages.vocabulary;
const { inSentence } = messages.common;

/** A field inside a sentence: "what the attacker wants". */
export const fieldName = (field: string): string => fields[field] ?? inSentence(wordsOf(field));

/** A field as the head of a line: "What the attacker wants". */
export const fieldLabel = (field: string): string => capitalised(fieldName(field));

/** A kind of row inside a sentence: "element". */
export const thingName = (thing: string): string => things[thing] ?? inSentence(wordsOf(thing));
