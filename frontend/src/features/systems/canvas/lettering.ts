/** How wide words are on the canvas, where they break, and how they are shortened. */

/** The size of a flow's name and the height of its lines. */
export const SIZE = 13;
export const LEADING = 15;
export const ELLIPSIS = "…";
/** Hundredths of the type size, from space to tilde, in medium weight. The printed drawing measures with the same. */
const WIDTHS = [
  26, 27, 43, 65, 57, 85, 74, 24, 31, 31, 55, 57, 27, 32, 27, 38, 57, 57, 57, 57, 57, 57, 57, 57, 57, 57, 27, 27, 57,
  57, 57, 45, 90, 65, 66, 63, 73, 56, 53, 73, 75, 35, 29, 63, 54, 92, 78, 78, 61, 78, 63, 55, 56, 74, 62, 94, 61, 58,
  57, 33, 38, 33, 57, 43, 30, 57, 62, 49, 62, 57, 36, 62, 63, 27, 27, 56, 27, 95, 63, 61, 62, 62, 42, 48, 38, 63, 53,
  81, 54, 53, 48, 38, 55, 38, 57,
];
const OTHER = 62;
/** From here on letters are as wide as they are high: Hangul, Chinese, Japanese, pictures. */
const WIDE = 0x1100;
const NARROW_AGAIN: readonly [number, number] = [0x1200, 0x2e80];
const FULL = 100;
const NAME_SIZES = [16, 14.5, 13];
const SMALLEST = 12;
export const NAME_LINES = 3;
export const NAME_LEADING = 1.2;
const CARD_HEIGHT = 64;
/** What padding and border take of a card's height. */
const AROUND_NAME = 11;
/** Letters of semi-bold weight are so much wider. */
export const BOLD = 1.05;

export function widthOf(text: string, size = SIZE): number {
  let sum = 0;
  for (const letter of text) sum += letterWidth(letter.codePointAt(0) ?? 0);
  return (sum * size) / 100;
}

function letterWidth(code: number): number {
  if (code < WIDE) return WIDTHS[code - 32] ?? OTHER;
  return code >= NARROW_AGAIN[0] && code < NARROW_AGAIN[1] ? OTHER : FULL;
}

/** The largest size at which the name of an element fits its card; what is too long even for the smallest is cut. */
export const nameSizeOf = (name: string, width: number, height = CARD_HEIGHT): number =>
  NAME_SIZES.find((size) => {
    const most = Math.min(NAME_LINES, Math.floor((height - AROUND_NAME) / (size * NAME_LEADING)));
    return linesOf(name, width, most, size);
  }) ?? SMALLEST;

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
  for (const word of wordsOf(text)) {
    const last = lines.at(-1);
    if (widthOf(word, size) > width) return null;
    if (last !== undefined && widthOf(`${last} ${word}`, size) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** The same whatever it takes: words that do not fit are broken, and what is left after the last line is cut. */
export function fittedLines(text: string, width: number, most: number, size = SIZE): string[] {
  const lines: string[] = [];
  let rest = wordsOf(text).join(" ");
  while (rest) {
    const fits = headOf(rest, width, size);
    if (lines.length === most - 1) return [...lines, fits === rest ? rest : cut(rest, width, size)];
    const end = fits === rest || rest[fits.length] === " " ? fits.length : fits.lastIndexOf(" ");
    const line = end > 0 ? rest.slice(0, end) : fits;
    lines.push(line);
    rest = rest.slice(line.length).trimStart();
  }
  return lines;
}

const wordsOf = (text: string): string[] => text.split(/\s+/).filter(Boolean);

const cut = (text: string, width: number, size: number): string =>
  headOf(text, width - widthOf(ELLIPSIS, size), size).trimEnd() + ELLIPSIS;

const letters = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** As many letters as fit, at least one, and never half of what is one letter to the eye. */
function headOf(text: string, width: number, size: number): string {
  let head = "";
  let taken = 0;
  for (const { segment } of letters.segment(text)) {
    taken += widthOf(segment, size);
    if (taken > width && head) break;
    head += segment;
  }
  return head;
}
