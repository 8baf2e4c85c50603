/** What parts of a system are called, where a value is the id of one, and what values of fields are called. */
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useSyncExternalStore } from "react";
import { useVocabulary, valueLabels } from "@/api/catalogue";
import { keys } from "@/api/keys";
import { LIST_OF, type Operation } from "@/api/operations";
import type { Conflict } from "@/api/problems";
import type { Stamped } from "@/api/types";
import { isId } from "@/lib/ids";
import { messages } from "@/lib/messages";
import { said } from "@/lib/said";

const LISTS = Object.values(LIST_OF);

/** Follows the lists, for a name may come after what speaks of it; `operations` may have made what they speak of. */
export function useValueNames(system: string, operations: readonly Operation[] = []): (value: unknown) => unknown {
  const queries = useQueryClient();
  const subscribe = useCallback((listener: () => void) => queries.getQueryCache().subscribe(listener), [queries]);
  useSyncExternalStore(subscribe, () =>
    LISTS.map((kind) => queries.getQueryState(keys.system(system, kind))?.dataUpdatedAt ?? 0).join(" "),
  );
  const rows = LISTS.flatMap((kind) => queries.getQueryData<Stamped[]>(keys.system(system, kind)) ?? []);
  const made = operations.flatMap((one) => (one.op === "create" ? [{ ...one.values, id: one.id }] : []));
  const nameOf = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(nameOf);
    if (typeof value !== "string" || !isId(value)) return value;
    const row = [...rows, ...made].find(({ id }) => id === value) as Record<string, unknown> | undefined;
    return row ? String(row.name ?? row.title ?? row.text ?? "") : messages.errors.another;
  };
  return nameOf;
}

export interface ToldConflict extends Conflict {
  yours: string;
  theirs: string;
}

/** Conflicts with their values as people know them. */
export function useTold(system: string, operations?: readonly Operation[]) {
  const nameOf = useValueNames(system, operations);
  const vocabulary = useVocabulary().data;
  return <One extends Conflict>(conflict: One): One & ToldConflict => {
    const { field, yours, theirs } = conflict;
    const told = (value: unknown) => said(field, nameOf(value), valueLabels(field, vocabulary));
    return { ...conflict, yours: told(yours), theirs: told(theirs) };
  };
}
