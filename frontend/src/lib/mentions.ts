/** Names behind an @: where one is being typed, and where names stand in a text. */

export interface Typing {
  /** Where the @ stands. */
  start: number;
  query: string;
}

const LONGEST_QUERY = 60;

/** The name that is being typed before the caret, or null where none is. */
export function typedName(text: string, caret: number): Typing | null {
  const before = text.slice(Math.max(0, caret - LONGEST_QUERY), caret);
  const found = /(?:^|[\s(])@([^@\n]*)$/.exec(before);
  return found ? { start: caret - (found[1] ?? "").length - 1, query: found[1] ?? "" } : null;
}

/** Whether a name, or one of its words, begins with what was typed. */
export function isMeant(name: string, query: string): boolean {
  const [whole, typed] = [name.toLocaleLowerCase(), query.toLocaleLowerCase()];
  return whole.startsWith(typed) || whole.split(/\s+/).some((word) => word.startsWith(typed));
}

export interface Piece {
  text: string;
  /** The one of the names that the text is, without its @. */
  name?: string;
}

/** A text in pieces, at the names; where one name begins another, the longer is meant. */
export function atNames(text: string, names: readonly string[]): Piece[] {
  const longestFirst = [...names].sort((one, other) => other.length - one.length);
  const pieces: Piece[] = [];
  let plain = 0;
  for (let at = text.indexOf("@"); at !== -1; at = text.indexOf("@", at + 1)) {
    const name = longestFirst.find((one) => text.startsWith(one, at + 1));
    if (name === undefined) continue;
    if (at > plain) pieces.push({ text: text.slice(plain, at) });
    plain = at + 1 + name.length;
    pieces.push({ text: `@${name}`, name });
  }
  if (plain < text.length) pieces.push({ text: text.slice(plain) });
  return pieces;
}
