/** The diagrams of a system in their order, and on which of them each part stands. */
import { useMemo } from "react";
import { useArrangements, useParts } from "@/api/parts";
import type { Arrangement, Diagram, Flow } from "@/api/types";

/** The diagrams on which each element and boundary is drawn, in their order. */
export type Standing = ReadonlyMap<string, readonly Diagram[]>;

export const inOrder = (diagrams: readonly Diagram[]): Diagram[] =>
  diagrams.toSorted((one, other) => one.position - other.position);

export function useDiagrams() {
  const query = useParts("diagrams");
  const { data } = query;
  return { ...query, data: useMemo(() => data && inOrder(data), [data]) };
}

export function standingOf(diagrams: readonly Diagram[], drawn: readonly (Arrangement | undefined)[]): Standing {
  const standing = new Map<string, Diagram[]>();
  diagrams.forEach((diagram, index) => {
    for (const { element, boundary } of drawn[index]?.placements ?? []) {
      const id = element ?? boundary ?? "";
      standing.set(id, [...(standing.get(id) ?? []), diagram]);
    }
  });
  return standing;
}

/** A flow stands wherever both of its ends do. */
export function diagramsWith(
  id: string,
  standing: Standing,
  flows: readonly Pick<Flow, "id" | "source" | "target">[],
): readonly Diagram[] {
  const flow = flows.find((one) => one.id === id);
  if (!flow) return standing.get(id) ?? [];
  const ofTarget = standing.get(flow.target) ?? [];
  return (standing.get(flow.source) ?? []).filter((diagram) => ofTarget.includes(diagram));
}

/** Where everything stands; `isWhole` once all diagrams have been read. */
export function useStanding(): { standing: Standing; isWhole: boolean } {
  const diagrams = useDiagrams().data;
  const drawn = useArrangements((diagrams ?? []).map(({ id }) => id));
  return useMemo(
    () => ({
      standing: standingOf(diagrams ?? [], drawn),
      isWhole: diagrams !== undefined && drawn.every((one) => one !== undefined),
    }),
    [diagrams, drawn],
  );
}
