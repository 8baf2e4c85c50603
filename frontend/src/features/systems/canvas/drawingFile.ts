/** The picture as a drawing of its own: SVG text without anything from the page, on paper colours. */
import icons from "@icons";
import type { Box } from "./geometry";
import { type Label, namesOf } from "./labels";
import { LEADING, linesOf, nameSizeOf } from "./lettering";
import { boxAround } from "./nesting";
import type { DrawnBoundary, DrawnElement, DrawnFlow, Scene } from "./scene";

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
  const names = namesOf(scene);
  const corners = scene.flows.flatMap(({ points }) => points.map(([x, y]): Box => ({ x, y, width: 0, height: 0 })));
  const all = boxAround([
    ...scene.elements.map(({ box }) => box),
    ...scene.boundaries.map(({ box }) => box),
    ...corners,
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
    ...scene.flows.map((drawn) => flowText(drawn, names.get(drawn.flow.id))),
    ...scene.elements.map(elementText),
    "</svg>",
  ].join("");
  return { text, width, height };
}

function boundaryText({ boundary, box: { x, y, width, height } }: DrawnBoundary, trust: string): string {
  const dashes = { untrusted: "5 4", partner: "5 4", internal: "5 4", restricted: "none" }[boundary.trust] ?? "1.5 3";
  return [
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="10" fill="${INK}" fill-opacity="0.025"`,
    ` stroke="${LINE}" stroke-width="1.25" stroke-dasharray="${dashes}"/>`,
    `<text x="${x + 11}" y="${y + 19}" font-size="14" font-weight="550" fill="${MUTED}">${safe(boundary.name)}`,
    trust ? `<tspan dx="8" font-size="13" font-weight="400">${safe(trust)}</tspan>` : "",
    "</text>",
  ].join("");
}

function flowText({ path, flow }: DrawnFlow, label: Label | undefined): string {
  const start = flow.bidirectional ? ' marker-start="url(#arrow)"' : "";
  const line = `<path d="${path}" fill="none" stroke="${LINE}" stroke-width="1.25" marker-end="url(#arrow)"${start}/>`;
  if (!label) return line;
  const { x, y, anchor, lines } = label;
  const words = lines.map((one, index) => `<tspan x="${x}" dy="${index === 0 ? 0 : LEADING}">${safe(one)}</tspan>`);
  const halo = `stroke="${PAPER}" stroke-width="4" stroke-linejoin="round" paint-order="stroke"`;
  return `${line}<text y="${y}" text-anchor="${anchor}" font-size="13" fill="${MUTED}" ${halo}>${words.join("")}</text>`;
}

function elementText({ element, box: { x, y, width, height } }: DrawnElement): string {
  const size = nameSizeOf(element.name, width - BESIDE_NAME);
  const lines = linesOf(element.name, width - BESIDE_NAME, 3, size * 1.05) ?? [element.name];
  const leading = size * 1.2;
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
