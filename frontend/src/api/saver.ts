/** Saving the fields of one part, and what to do when somebody was faster. */
import { useQueryClient } from "@tanstack/react-query";
import { keys } from "@/api/keys";
import { type PartKind, useChangePart } from "@/api/parts";
import { asProblem, type Conflict } from "@/api/problems";
import { useSystemScope } from "@/api/scope";

export interface Saver {
  save: (changes: Record<string, unknown>) => void;
  /** What is wrong with a field of the last save. */
  problemOf: (field: string) => string | undefined;
  conflicts: Conflict[];
  keepTheirs: () => void;
  useMine: () => void;
}

export function useSaver(kind: PartKind, id: string): Saver {
  const { system } = useSystemScope();
  const queries = useQueryClient();
  const change = useChangePart(kind);
  const problem = asProblem(change.error);
  const refresh = () => queries.refetchQueries({ queryKey: keys.system(system, kind) });
  const keepTheirs = () => {
    change.reset();
    void refresh();
  };
  const saveAgain = async () => {
    const mine = change.variables;
    await refresh();
    if (mine) change.mutate(mine);
  };
  return {
    save: (changes) => change.mutate({ id, changes }),
    problemOf: (field) => problem?.of(field),
    conflicts: problem?.conflicts ?? [],
    keepTheirs,
    useMine: () => void saveAgain(),
  };
}
