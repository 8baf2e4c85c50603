/** Small questions about text and numbers on their way to the screen. */
import { locale } from "./language";

const counted = new Intl.NumberFormat(locale);
const oneDigit = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });

export const formatCount = (count: number): string => counted.format(count);

/** "1 flow", "2 flows". */
export const plural = (count: number, one: string, many: string): string =>
  `${formatCount(count)} ${count === 1 ? one : many}`;

const list = new Intl.ListFormat(locale, { type: "conjunction" });

/** "a, b, and c". */
export const listed = (words: readonly string[]): string => list.format(words);

export function formatBytes(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)} kB`;
  return `${oneDigit.format(bytes / 1_000_000)} MB`;
}

/** "third_party_content" as words: "Third party content". */
export function wordsOf(name: string): string {
  return capitalised(name.replaceAll(/[_-]+/g, " ").trim());
}

export const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** Whether every word of the query occurs in the text, in any order. */
export function matches(text: string, query: string): boolean {
  const haystack = text.toLocaleLowerCase();
  return query
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => haystack.includes(word));
}
