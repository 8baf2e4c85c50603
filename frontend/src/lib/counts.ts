/** How many findings each object has, by lens. */
import type { Source } from "./lens";

export type LensCounts = Record<Source, number>;

interface Counted {
  source: Source;
  target: string;
  also: readonly string[];
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
