/** The small part of Markdown that people write in a field: paragraphs, lists, code, bold, italic, links to the web. */

export type Inline =
  | { type: "text" | "code"; text: string }
  | { type: "strong" | "em"; children: Inline[] }
  | { type: "link"; href: string; text: string };

export type Block =
  | { type: "paragraph"; children: Inline[] }
  | { type: "list"; isOrdered: boolean; items: Inline[][] }
  | { type: "code"; text: string };

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
    } else if (line.trim() === "") close();
    else paragraph.push(line);
  }
  close();
  return blocks;
}
