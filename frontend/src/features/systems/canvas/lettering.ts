/** About how wide words are on the canvas, and where they break. */

/** The size of a flow's name and the height of its lines. */
export const SIZE = 13;
export const LEADING = 15;
const LETTER = 0.55;
const NAME_SIZES = [16, 14.5, 13];
const SMALLEST = 12;
const NAME_LINES = 3;
/** Letters of medium weight are so much wider. */
const MEDIUM = 1.05;

export const widthOf = (text: string, size = SIZE): number => text.length * size * LETTER;

/** The largest size at which the name of an element fits its card; what is too long even for the smallest is cut. */
export const nameSizeOf = (name: string, width: number): number =>
  NAME_SIZES.find((size) => linesOf(name, width, NAME_LINES, size * MEDIUM)) ?? SMALLEST;

/** The text in lines of at most this width, of about one length; null if a word or a line too many does not fit. */
export function linesOf(text: string, width: number, most: number, size = SIZE): string[] | null {
  let lines = wrapped(text, width, size);
  if (!lines || lines.length > most) return null;
  const count = lines.length;
  // Two even lines read better than a full one and a crumb.
  for (let narrow = width; narrow > width / 2; narrow -= size) {
    const attempt = wrapped(text, narrow, size);
    if (!attempt || attempt.length > count) break;
    lines = attempt;
  }
  return lines;
}

function wrapped(text: string, width: number, size: number): string[] | null {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (widthOf(word, size) > width) return null;
    if (last !== undefined && widthOf(`${last} ${word}`, size) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
