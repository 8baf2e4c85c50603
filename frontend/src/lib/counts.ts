/** How many findings each object has, by lens. */
import type { Source } from "./lens";

export type LensCounts = Record<Source, number>;

interface Counted {
  source: Source;
  target: string;
  also: readonly string[];
}

/** Whether it is about one of these, or also concerns one. */
export const isAbout = ({ target, also }: Counted, ids: ReadonlySet<string>): boolean =>
  ids.has(target) || also.some((id) => ids.has(id));

export function countOf(findings: readonly Pick<Counted, "source">[]): LensCounts {
  const adversarial = findings.filter(({ source }) => source === "adversarial").length;
  return { adversarial, unintended: findings.length - adversarial };
}

export function countsByTarget(findings: readonly Counted[]): ReadonlyMap<string, LensCounts> {
  const counts = new Map<string, LensCounts>();
  for (const { source, target, also } of findings) {
    for (const id of new Set([target, ...also])) {
      const before = counts.get(id) ?? { adversarial: 0, unintended: 0 };
      counts.set(id, { ...before, [source]: before[source] + 1 });
    }
  }
  return counts;
}
