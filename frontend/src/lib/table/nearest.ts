/** The known name that somebody probably meant. */

/** Undefined where none is near: more than a third of the letters would have to change, and more than two. */
export function nearestOf(text: string, names: Iterable<string>): string | undefined {
  const wanted = text.toLocaleLowerCase();
  let found: { name: string; steps: number } | undefined;
  for (const name of names) {
    const known = name.toLocaleLowerCase();
    const longer = Math.max(wanted.length, known.length);
    const most = Math.max(Math.floor(longer / 3), longer > 3 ? 2 : 1);
    if (Math.abs(known.length - wanted.length) > most) continue;
    const steps = stepsBetween(wanted, known);
    if (steps <= most && steps < (found?.steps ?? Infinity)) found = { name, steps };
  }
  return found?.name;
}

/** How many letters have to be added, left out or changed. */
function stepsBetween(one: string, other: string): number {
  let before = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const now = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1];
      now.push(
        Math.min((before[column] ?? 0) + 1, (now[column - 1] ?? 0) + 1, (before[column - 1] ?? 0) + (isSame ? 0 : 1)),
      );
    }
    before = now;
  }
  return before[other.length] ?? 0;
}
