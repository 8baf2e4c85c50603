/** Where the name of an object stands in a sentence about it, so that it can be a link. */

/** The sentence before, at and after the name; null where the sentence does not say it. */
export function around(text: string, name: string | undefined): [string, string, string] | null {
  const start = name ? text.indexOf(name) : -1;
  if (!name || start < 0) return null;
  return [text.slice(0, start), name, text.slice(start + name.length)];
}
