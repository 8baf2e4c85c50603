/** What somebody most likely means who types a few letters. */

export interface Findable {
  name: string;
  /** What it is, in a sentence. */
  about?: string | undefined;
  /** What it belongs to. */
  group?: string | undefined;
}

/** Letters without case and accents: "PRÜFUNG" and "prufung" are the same to who is in a hurry. */
const folded = (text: string): string => text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();

const NAME_IS = 0;
const NAME_BEGINS = 1;
const WORD_BEGINS = 2;
const IN_NAME = 3;
const IN_ABOUT = 4;
const IN_GROUP = 5;

/** Null where a word of the query is nowhere. The word that fits worst decides. */
function rankOf({ name, about = "", group = "" }: Findable, query: string): number | null {
  const [named, asked] = [folded(name), folded(query).trim()];
  if (named === asked) return NAME_IS;
  if (named.startsWith(asked)) return NAME_BEGINS;
  const ranks = asked.split(/\s+/).map((word) => {
    if (named.split(/[^\p{L}\p{N}]+/u).some((one) => one.startsWith(word))) return WORD_BEGINS;
    if (named.includes(word)) return IN_NAME;
    if (folded(about).includes(word)) return IN_ABOUT;
    return folded(group).includes(word) ? IN_GROUP : null;
  });
  return ranks.some((rank) => rank === null) ? null : Math.max(...ranks.map(Number));
}

/** Those that fit, the likeliest first; equal ones as they stood. Without a query all of them. */
export function ranked<Item>(items: readonly Item[], query: string, said: (item: Item) => Findable): Item[] {
  if (query.trim() === "") return [...items];
  return items
    .map((item) => ({ item, rank: rankOf(said(item), query) }))
    .filter(({ rank }) => rank !== null)
    .toSorted((one, other) => Number(one.rank) - Number(other.rank))
    .map(({ item }) => item);
}
