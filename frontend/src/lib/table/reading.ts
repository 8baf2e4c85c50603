/** Readers of cells: a text that is given, one of several choices, or some of them. */
import { messages } from "@/lib/messages";
import type { Fields, Reading } from "./columns";
import { nearestOf } from "./nearest";

const words = messages.grid;
const VISIBLE = /[\p{Letter}\p{Number}\p{Punctuation}\p{Symbol}]/u;
/** Letters and signs that are drawn as nothing. */
const BLANK = /[\u115f\u1160\u2800\u3164\uffa0]/gu;

export interface Option {
  label: string;
  value: unknown;
}

/** A name on one line that can be seen. */
export const nameReader =
  (field: string, most: number, isNeeded: boolean) =>
  (text: string): Reading => {
    const name = text.replaceAll(/[\s\p{Control}]+/gu, " ").trim();
    if (name === "") return isNeeded ? { problem: words.isNeeded } : { fields: { [field]: "" } };
    if (!VISIBLE.test(name.replaceAll(BLANK, ""))) return { problem: words.isInvisible };
    if (name.length > most) return { problem: words.isTooLong(most) };
    return { fields: { [field]: name } };
  };

export const textReader =
  (field: string, most: number) =>
  (text: string): Reading =>
    text.length > most ? { problem: words.isTooLong(most) } : { fields: { [field]: text.trim() } };

/** A whole file in one cell is not said again in full. */
const MOST_QUOTED = 60;
const quoted = (text: string): string => (text.length > MOST_QUOTED ? `${text.slice(0, MOST_QUOTED)}…` : text);

/** Labels are known whatever their case, and so are the plain words that files use for the same values. */
function finder(options: readonly Option[]): (text: string) => Option | string {
  const known = new Map<string, Option>();
  for (const option of options) if (typeof option.value !== "object") known.set(keyOf(String(option.value)), option);
  for (const option of options) known.set(keyOf(option.label), option);
  const told = new Map<string, string>();
  return (text) => {
    const found = known.get(keyOf(text));
    if (found) return found;
    const problem =
      told.get(text) ?? words.isUnknown(quoted(text), nearestOf(text, new Set(options.map(({ label }) => label))));
    told.set(text, problem);
    return problem;
  };
}

const keyOf = (text: string): string => text.trim().replaceAll(/\s+/g, " ").toLocaleLowerCase();

interface ChoiceReading {
  options: readonly Option[];
  fields: (value: unknown) => Fields;
  /** What nothing stands for; absent where one has to be chosen. */
  blank?: { value: unknown };
}

export function choiceReader({ options, fields, blank }: ChoiceReading): (text: string) => Reading {
  const find = finder(options);
  return (text) => {
    if (text.trim() === "") return blank ? { fields: fields(blank.value) } : { problem: words.isNeeded };
    const found = find(text);
    return typeof found === "string" ? { problem: found } : { fields: fields(found.value) };
  };
}

/** `none` is the word for an empty set, where that says something else than nothing. */
export function choicesReader({ options, fields, blank, none }: ChoiceReading & { none?: string }) {
  const find = finder(options);
  // A comma parts choices too, except where it belongs to one.
  const apart = (part: string) => (typeof find(part) === "string" ? namesIn(part, ",") : [part]);
  return (text: string): Reading => {
    const named = partsOf(text).flatMap(apart);
    if (named.length === 0) return { fields: fields(blank ? blank.value : []) };
    if (none && named.length === 1 && keyOf(named[0] ?? "") === keyOf(none)) return { fields: fields([]) };
    const values: unknown[] = [];
    for (const name of named) {
      const found = find(name);
      if (typeof found === "string") return { problem: found };
      if (!values.includes(found.value)) values.push(found.value);
    }
    return { fields: fields(values) };
  };
}

const namesIn = (text: string, between: string | RegExp): string[] =>
  text
    .split(between)
    .map((part) => part.trim())
    .filter(Boolean);

/** Several choices as one text, and back. */
export const partsOf = (text: string): string[] => namesIn(text, /[;\n]/);
export const joined = (parts: readonly string[]): string => parts.join("; ");

/** A word for each that nobody else has: those that share a name are counted. */
export function labelsOf(rows: readonly { id: string; name: string }[]): ReadonlyMap<string, string> {
  const sharing = new Map<string, number>();
  for (const { name } of rows) sharing.set(keyOf(name), (sharing.get(keyOf(name)) ?? 0) + 1);
  const counted = new Map<string, number>();
  return new Map(
    rows.map(({ id, name }) => {
      const key = keyOf(name);
      if ((sharing.get(key) ?? 0) < 2) return [id, name];
      const number = (counted.get(key) ?? 0) + 1;
      counted.set(key, number);
      return [id, `${name} (${number})`];
    }),
  );
}
