/** The picture as a drawing of its own: SVG text without anything from the page, on paper colours. */
import icons from "@icons";
import type { Box } from "./geometry";
import { type Label, placedNamesOf } from "./labels";
import { fittedLines, LEADING, linesOf, NAME_LEADING, NAME_LINES, nameSizeOf } from "./lettering";
import { boxAround } from "./nesting";
import type { DrawnBoundary, DrawnElement, DrawnFlow, Scene } from "./scene";
import { TITLE } from "./signs";

const INK = "#1b1a18";
const MUTED = "#65625c";
const LINE = "#8c8880";
const PAPER = "#ffffff";
const ROOM = 24;
const BESIDE_NAME = 52;

export interface Drawing {
  text: string;
  width: number;
  height: number;
}

/** Null where nothing is drawn. `trusts` are the words for how far a boundary is trusted. */
export function drawingFileOf(scene: Scene, title: string, trusts: Readonly<Record<string, string>>): Drawing | null {
  if (scene.boxes.size === 0) return null;
  const placed = placedNamesOf(scene);
  const corners = scene.flows.flatMap(({ points }) => points.map(([x, y]): Box => ({ x, y, width: 0, height: 0 })));
  const all = boxAround([
    ...scene.elements.map(({ box }) => box),
    ...scene.boundaries.map(({ box }) => box),
    ...corners,
    ...[...placed.values()].map(({ box }) => box),
  ]);
  const [width, height] = [Math.ceil(all.width + 2 * ROOM), Math.ceil(all.height + 2 * ROOM)];
  const view = `${Math.floor(all.x - ROOM)} ${Math.floor(all.y - ROOM)} ${width} ${height}`;
  const text = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${view}"`,
    ` font-family="Inter, 'Inter Variable', system-ui, sans-serif" role="img"><title>${safe(title)}</title>`,
    `<defs><marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="9" markerHeight="9"`,
    ` markerUnits="userSpaceOnUse" orient="auto-start-reverse"><path d="M1 1 9 5 1 9Z" fill="${LINE}"/></marker></defs>`,
    `<rect x="${Math.floor(all.x - ROOM)}" y="${Math.floor(all.y - ROOM)}" width="${width}" height="${height}" fill="${PAPER}"/>`,
    ...scene.boundaries
      .toSorted((one, other) => one.depth - other.depth)
      .map((drawn) => boundaryText(drawn, trusts[drawn.boundary.trust] ?? "")),
    ...scene.flows.map((drawn) => flowText(drawn, placed.get(drawn.flow.id)?.label)),
    ...scene.elements.map(elementText),
    "</svg>",
  ].join("");
  return { text, width, height };
}

function boundaryText({ boundary, box: { x, y, width, height }, title }: DrawnBoundary, trust: string): string {
  const dashes = { untrusted: "5 4", partner: "5 4", internal: "5 4", restricted: "none" }[boundary.trust] ?? "1.5 3";
  const name = title.lines.map(
    (line, at) => `<tspan x="${x + title.inset}" y="${y + 19 + at * TITLE.leading}">${safe(line)}</tspan>`,
  );
  return [
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="10" fill="${INK}" fill-opacity="0.025"`,
    ` stroke="${LINE}" stroke-width="1.25" stroke-dasharray="${dashes}"/>`,
    `<text font-size="14" font-weight="550" fill="${MUTED}">${name.join("")}`,
    trust && title.isWhole ? `<tspan dx="8" font-size="13" font-weight="400">${safe(trust)}</tspan>` : "",
    "</text>",
  ].join("");
}

function flowText({ path, flow }: DrawnFlow, label: Label | undefined): string {
  const start = flow.bidirectional ? ' marker-start="url(#arrow)"' : "";
  const line = `<path d="${path}" fill="none" stroke="${LINE}" stroke-width="1.25" marker-end="url(#arrow)"${start}/>`;
  if (!label) return line;
  const { x, y, anchor, lines, isCut } = label;
  const words = lines.map((one, index) => `<tspan x="${x}" dy="${index === 0 ? 0 : LEADING}">${safe(one)}</tspan>`);
  const full = isCut ? `<title>${safe(flow.name)}</title>` : "";
  const halo = `stroke="${PAPER}" stroke-width="4" stroke-linejoin="round" paint-order="stroke"`;
  return `${line}<text y="${y}" text-anchor="${anchor}" font-size="13" fill="${MUTED}" ${halo}>${full}${words.join("")}</text>`;
}

function elementText({ element, box: { x, y, width, height } }: DrawnElement): string {
  const room = width - BESIDE_NAME;
  const size = nameSizeOf(element.name, room, height);
  const lines = linesOf(element.name, room, NAME_LINES, size) ?? fittedLines(element.name, room, NAME_LINES, size);
  const leading = size * NAME_LEADING;
  const top = y + height / 2 - ((lines.length - 1) * leading) / 2 + size * 0.35;
  const words = lines.map((line, index) => `<tspan x="${x + 42}" y="${top + index * leading}">${safe(line)}</tspan>`);
  const icon = (icons as Record<string, string>)[element.kind] ?? (icons as Record<string, string>).unknown ?? "";
  const out = element.out_of_scope ? ' stroke-dasharray="4 3" opacity="0.6"' : "";
  return [
    `<g${out}><rect x="${x}" y="${y}" width="${width}" height="${height}" rx="6" fill="${PAPER}" stroke="${LINE}" stroke-width="1.25"/>`,
    `<path transform="translate(${x + 10} ${y + height / 2 - 12})" d="${icon}" fill="none" stroke="${INK}"`,
    ` stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" stroke-dasharray="none"/>`,
    `<text font-size="${size}" font-weight="500" fill="${INK}">${words.join("")}</text></g>`,
  ].join("");
}

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
/** What XML cannot hold even when it is escaped. */
// eslint-disable-next-line no-control-regex -- these are just what has to go
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const safe = (text: string): string =>
  text.replaceAll(UNPRINTABLE, "").replaceAll(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
