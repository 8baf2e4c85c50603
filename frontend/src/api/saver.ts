/** Saving the fields of one part, and what to do when somebody was faster. */
import { useQueryClient } from "@tanstack/react-query";
import { keys } from "@/api/keys";
import { type ToldConflict, useTold } from "@/api/valueNames";
import { type PartKind, useChangePart } from "@/api/parts";
import { asProblem } from "@/api/problems";
import { conflictsOf, useConflictsOf } from "@/api/refusals";
import { useSystemScope } from "@/api/scope";
import type { Stamped } from "@/api/types";
import { useDeeds } from "@/api/useDeeds";

export interface Saver {
  /** Saves as of the version that was on the page when this was given; who changed the same since is in conflict. */
  save: (changes: Record<string, unknown>) => void;
  /** What is wrong with a field of the last save. */
  problemOf: (field: string) => string | undefined;
  conflicts: ToldConflict[];
  keepTheirs: () => void;
  useMine: () => void;
}

export function useSaver(kind: PartKind, id: string): Saver {
  const { system } = useSystemScope();
  const rows = useQueryClient().getQueryData<Stamped[]>(keys.system(system, kind));
  const version = rows?.find((row) => row.id === id)?.version;
  const deeds = useDeeds();
  const change = useChangePart(kind);
  const refusals = useConflictsOf(id);
  const told = useTold(system);
  return {
    save: (changes) => change.mutate({ id, changes, version }),
    problemOf: (field) => asProblem(change.error)?.of(field),
    conflicts: refusals.flatMap(conflictsOf).map(told),
    keepTheirs: () => refusals.forEach((refusal) => void deeds.keepTheirs(refusal)),
    useMine: () => refusals.forEach((refusal) => void deeds.useMine(refusal)),
  };
}
