/** Everything that the picture of a system shows, as one answer. */
import { useMemo } from "react";
import { type OpenThreads, useOpenThreads } from "@/api/comments";
import { useFindings } from "@/api/findings";
import { useArrangements, useParts } from "@/api/parts";
import { useDiagrams } from "@/api/standing";
import type { Boundary, Diagram, Element, Finding, Flow } from "@/api/types";
import { countsByTarget, type LensCounts } from "@/lib/counts";

export interface Picture {
  elements: readonly Element[];
  boundaries: readonly Boundary[];
  flows: readonly Flow[];
  diagrams: readonly Diagram[];
  /** Those that stand, best first. */
  findings: readonly Finding[];
  counts: ReadonlyMap<string, LensCounts>;
  threads: OpenThreads;
}

const NO_FINDINGS: Finding[] = [];
const isCurrent = (finding: Finding) =>
  finding.status !== "dismissed" && finding.status !== "resolved" && !finding.outdated;

export function usePicture() {
  const elements = useParts("elements");
  const boundaries = useParts("boundaries");
  const flows = useParts("flows");
  const diagrams = useDiagrams();
  useArrangements((diagrams.data ?? []).map(({ id }) => id)); // Asked for at once, and not when all else is there.
  // The picture does not wait for findings and comments; their marks appear when they are there.
  const all = useFindings({}).data ?? NO_FINDINGS;
  const findings = useMemo(() => all.filter(isCurrent), [all]);
  const counts = useMemo(() => countsByTarget(findings), [findings]);
  const threads = useOpenThreads();
  const queries = [elements, boundaries, flows, diagrams];
  const data: Picture | undefined =
    elements.data && boundaries.data && flows.data && diagrams.data
      ? {
          elements: elements.data,
          boundaries: boundaries.data,
          flows: flows.data,
          diagrams: diagrams.data,
          findings,
          counts,
          threads,
        }
      : undefined;
  return {
    data,
    error: queries.find((query) => query.error)?.error ?? null,
    refetch: () => queries.map((query) => query.refetch()),
  };
}
