/** The small part of Markdown that people write in a field: paragraphs, lists, tables, code, bold, italic, links to the web. */

export type Inline =
  | { type: "text" | "code"; text: string }
  | { type: "strong" | "em"; children: Inline[] }
  | { type: "link"; href: string; text: string };

export type Block =
  | { type: "paragraph"; children: Inline[] }
  | { type: "list"; isOrdered: boolean; items: Inline[][] }
  | { type: "code"; text: string }
  | { type: "table"; aligns: Align[]; head: Inline[][]; rows: Inline[][][] };

export type Align = "left" | "center" | "right" | undefined;

const FENCE = /^```[^`]*$/;
const ITEM = /^\s{0,3}(?:([-*+])|\d{1,4}[.)])\s+(.*)$/;
// Code, bold, italic by star or underscore, a link with words, a bare address. No part may run on for ever.
const INLINE =
  /`([^`\n]{1,500})`|\*\*(?=\S)([^\n]{1,500}?)\*\*|\*(?=[^\s*])([^*\n]{1,500})\*|(?<!\w)_(?=\S)([^_\n]{1,500})_(?!\w)|\[([^[\]\n]{1,300})\]\((https?:\/\/[^\s()]{1,500})\)|(https?:\/\/[^\s<>()[\]]{1,500}[^\s<>()[\].,;:!?])/g;

export function inlineOf(text: string): Inline[] {
  const found: Inline[] = [];
  let end = 0;
  for (const match of text.matchAll(INLINE)) {
    if (match.index > end) found.push({ type: "text", text: text.slice(end, match.index) });
    end = match.index + match[0].length;
    const [, code, strong, star, underscore, words, href, bare] = match;
    const em = star ?? underscore;
    if (code !== undefined) found.push({ type: "code", text: code });
    else if (strong !== undefined) found.push({ type: "strong", children: inlineOf(strong) });
    else if (em !== undefined) found.push({ type: "em", children: inlineOf(em) });
    else found.push({ type: "link", href: href ?? bare ?? "", text: words ?? bare ?? "" });
  }
  if (end < text.length) found.push({ type: "text", text: text.slice(end) });
  return found;
}

export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  const lines = text.replaceAll("\r\n", "\n").split("\n");
  let paragraph: string[] = [];
  const close = () => {
    if (paragraph.length > 0) blocks.push({ type: "paragraph", children: inlineOf(paragraph.join("\n")) });
    paragraph = [];
  };
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    const item = ITEM.exec(line);
    if (FENCE.test(line)) {
      close();
      const after = lines.findIndex((other, index) => index > at && FENCE.test(other));
      const last = after === -1 ? lines.length : after;
      blocks.push({ type: "code", text: lines.slice(at + 1, last).join("\n") });
      at = last;
    } else if (item) {
      const before = paragraph.length === 0 ? blocks.at(-1) : undefined;
      close();
      const isOrdered = item[1] === undefined;
      const content = inlineOf(item[2] ?? "");
      const isNext = before?.type === "list" && before.isOrdered === isOrdered && lines[at - 1]?.trim() !== "";
      if (isNext) before.items.push(content);
      else blocks.push({ type: "list", isOrdered, items: [content] });
    } else if (isTableAt(lines, at)) {
      close();
      const table = tableAt(lines, at);
      blocks.push(table);
      at += 1 + table.rows.length;
    } else if (line.trim() === "") close();
    else paragraph.push(line);
  }
  close();
  return blocks;
}

const RULE = /^:?-{1,100}:?$/;

/** A row of titles with a row of strokes under it, as GitHub has it. */
function isTableAt(lines: readonly string[], at: number): boolean {
  const [head = "", rule = ""] = lines.slice(at, at + 2);
  if (!head.includes("|") || !rule.includes("-")) return false;
  const strokes = cellsOf(rule);
  return strokes.every((cell) => RULE.test(cell)) && strokes.length === cellsOf(head).length;
}

function tableAt(lines: readonly string[], at: number): Extract<Block, { type: "table" }> {
  const titles = cellsOf(lines[at] ?? "");
  const aligns = cellsOf(lines[at + 1] ?? "").map(alignOf);
  const after = lines.findIndex((line, index) => index > at + 1 && !line.includes("|"));
  const rows = lines.slice(at + 2, after === -1 ? lines.length : after).map((line) => {
    const cells = cellsOf(line);
    return titles.map((_, column) => inlineOf(cells[column] ?? ""));
  });
  return { type: "table", aligns, head: titles.map(inlineOf), rows };
}

function alignOf(strokes: string): Align {
  if (!strokes.endsWith(":")) return strokes.startsWith(":") ? "left" : undefined;
  return strokes.startsWith(":") ? "center" : "right";
}

/** What stands between the strokes of a row; one after a backslash is part of the text. */
function cellsOf(line: string): string[] {
  const inner = line
    .trim()
    .replace(/^\|/, "")
    .replace(/(?<!\\)\|$/, "");
  return inner.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll("\\|", "|"));
}
