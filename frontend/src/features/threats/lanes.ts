/** Two lanes side by side: which threat and which hazard stand in one row, and where the keys lead. */
import type { Counterpart, Finding } from "@/api/types";
import { otherSource, type Source } from "@/lib/lens";

export interface LaneRow {
  adversarial?: Finding;
  unintended?: Finding;
  /** How the two of this row bear on each other; absent where they only happen to stand side by side. */
  link?: Counterpart;
}

/**
 * Rows in the order of the findings, best first. Counterparts share a row; a finding without one fills the first free
 * place of its lane, so that neither lane has holes that the other one did not make.
 */
export function laneRows(findings: readonly Finding[]): LaneRow[] {
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  const placed = new Set<string>();
  const rows: LaneRow[] = [];
  const free: Record<Source, LaneRow[]> = { adversarial: [], unintended: [] };
  for (const finding of findings) {
    if (placed.has(finding.id)) continue;
    placed.add(finding.id);
    const link = finding.counterparts.find((one) => isFree(one, finding, byId, placed));
    const other = link?.finding ? byId.get(link.finding) : undefined;
    if (link && other) {
      placed.add(other.id);
      rows.push({ ...at(finding), ...at(other), link });
    } else placeAlone(finding, rows, free);
  }
  return rows;
}

const at = (finding: Finding): LaneRow => ({ [finding.source]: finding });

function isFree(
  one: Counterpart,
  finding: Finding,
  byId: ReadonlyMap<string, Finding>,
  placed: ReadonlySet<string>,
): boolean {
  return one.finding !== null && byId.has(one.finding) && !placed.has(one.finding) && one.source !== finding.source;
}

function placeAlone(finding: Finding, rows: LaneRow[], free: Record<Source, LaneRow[]>): void {
  const vacant = free[finding.source].shift();
  if (vacant) {
    vacant[finding.source] = finding;
    return;
  }
  const row = at(finding);
  rows.push(row);
  free[otherSource(finding.source)].push(row);
}

/** The order in which J and K go: row by row, so that both lenses get the same look. */
export const readingOrder = (rows: readonly LaneRow[]): Finding[] =>
  rows.flatMap((row) => [row.adversarial, row.unintended].filter((finding) => finding !== undefined));

/** The next or previous one; the first or last stays where it is, and nothing leads to the first. */
export function stepFrom(order: readonly Finding[], current: string | null, step: 1 | -1): string | null {
  const index = order.findIndex((finding) => finding.id === current);
  if (index < 0) return order[0]?.id ?? null;
  return order[Math.min(order.length - 1, Math.max(0, index + step))]?.id ?? null;
}

/** The nearest one of the other lane, at the same height or else the closest above it. */
export function acrossFrom(rows: readonly LaneRow[], current: string | null, lane: Source): string | null {
  const index = rows.findIndex((row) => row.adversarial?.id === current || row.unintended?.id === current);
  if (index < 0) return null;
  const above = rows.slice(0, index + 1).findLast((row) => row[lane]);
  return (above ?? rows.find((row) => row[lane]))?.[lane]?.id ?? current;
}

/** The first counterpart of the current one that also waits here; null where none does. */
export function counterpartOf(order: readonly Finding[], current: string | null): string | null {
  const here = new Set(order.map((finding) => finding.id));
  const others = order.find((finding) => finding.id === current)?.counterparts ?? [];
  return others.find((other) => other.finding !== null && here.has(other.finding))?.finding ?? null;
}

/** Where to go on after some are decided: the next that stays, or else the one before. */
export function afterLeaving(order: readonly Finding[], leaving: readonly string[]): string | null {
  const gone = new Set(leaving);
  const last = order.findLastIndex((finding) => gone.has(finding.id));
  const next = order.slice(last + 1).find((finding) => !gone.has(finding.id));
  return (next ?? order.slice(0, last).findLast((finding) => !gone.has(finding.id)))?.id ?? null;
}
