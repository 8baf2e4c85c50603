/** Changes that the server has refused, with all that was typed in them, until the person has decided about each. */
import { useEffect, useSyncExternalStore } from "react";
import type { Operation } from "@/api/operations";
import type { WaitingDeed } from "@/api/outbox";
import type { Conflict, Problem } from "@/api/problems";
import { isId } from "@/lib/ids";

export interface Refusal extends WaitingDeed {
  problem: Problem;
}

let refusals: readonly Refusal[] = [];
/** The parts whose open details show their conflicts themselves. */
let shownInPlace: readonly string[] = [];
const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}

export function addRefusal(refusal: Refusal): void {
  refusals = [...refusals, refusal];
  tell();
}

export function dropRefusal(key: string): void {
  refusals = refusals.filter((refusal) => refusal.key !== key);
  tell();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const useAll = (): readonly Refusal[] => useSyncExternalStore(subscribe, () => refusals);

/** The conflicts about one part alone; who asks for them shows them. */
export function useConflictsOf(id: string): readonly Refusal[] {
  useEffect(() => {
    shownInPlace = [...shownInPlace, id];
    tell();
    return () => {
      const index = shownInPlace.indexOf(id);
      shownInPlace = shownInPlace.filter((_, other) => other !== index);
      tell();
    };
  }, [id]);
  return useAll().filter((refusal) => isConflictAbout(refusal, id));
}

/** All that no open detail shows, of every workspace: one that I have left has no page of its own to show them. */
export function useOtherRefusals(): readonly Refusal[] {
  const claimed = useSyncExternalStore(subscribe, () => shownInPlace);
  return useAll().filter((refusal) => !claimed.some((id) => isConflictAbout(refusal, id)));
}

const isConflictAbout = ({ operations, problem }: Refusal, id: string): boolean =>
  problem.conflicts.length > 0 && operations.every((operation) => operation.op === "change" && operation.id === id);

/** The operation and the field of it that the path of a problem leads to. A path that names none is about the only one. */
function placeOf({ operations }: Refusal, path: string) {
  const [, number = "0", field = path] = /^operations\[(\d+)\]\.(?:values\.)?(.+)$/.exec(path) ?? [];
  const operation = operations[Number(number)];
  return { number: Number(number), operation, field, part: operation && "id" in operation ? operation.id : "" };
}

/** The conflicts of a refusal with the field as people know it, and the part that it is a field of. */
export function conflictsOf(refusal: Refusal): (Conflict & { part: string })[] {
  return refusal.problem.conflicts.map((conflict) => {
    const { field, part } = placeOf(refusal, conflict.field);
    return { ...conflict, field, part };
  });
}

/** What is wrong with which field of which part; a new part is known by the name that it was to have. */
export function errorsOf(refusal: Refusal): { part: string; name: string; field: string; text: string }[] {
  return Object.entries(refusal.problem.errors).map(([path, lines]) => {
    const { operation, field, part } = placeOf(refusal, path);
    const name = operation?.op === "create" ? String(operation.values.name ?? "") : "";
    return { part, name, field, text: lines.join(" ") };
  });
}

/** What was typed, for whoever wants to copy it. */
export const textsOf = ({ operations }: Refusal): string[] =>
  operations.flatMap((operation) => ("values" in operation ? textsIn(operation.values) : []));

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return value === "" || isId(value) ? [] : [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** The same without the versions that were seen where others were faster: what they did there gives way. */
export function withoutVersions(refusal: Refusal): Operation[] {
  const told = conflicting(refusal);
  return refusal.operations.map(
    (operation, number) =>
      ("version" in operation && told.has(number) ? { ...operation, version: undefined } : operation) as Operation,
  );
}

/** By the number of the operation, its fields that others have changed. */
function conflicting(refusal: Refusal): ReadonlyMap<number, ReadonlySet<string>> {
  const fields = new Map<number, Set<string>>();
  for (const { field: path } of refusal.problem.conflicts) {
    const { number, field } = placeOf(refusal, path);
    fields.set(number, (fields.get(number) ?? new Set()).add(field));
  }
  return fields;
}

/** What is left when the others keep what they have changed. */
export function withoutConflicts(refusal: Refusal): Operation[] {
  const fields = conflicting(refusal);
  return refusal.operations.flatMap((operation, number) => {
    const lost = fields.get(number);
    if (!lost) return [operation];
    if (operation.op !== "change") return [];
    const values = valuesWithout(operation.values, lost);
    return Object.keys(values).length > 0 ? [{ ...operation, values }] : [];
  });
}

function valuesWithout(values: Record<string, unknown>, lost: ReadonlySet<string>): Record<string, unknown> {
  const entries = Object.entries(values).flatMap(([field, value]): [string, unknown][] => {
    if (field !== "attributes") return lost.has(field) ? [] : [[field, value]];
    const kept = Object.entries(value as object).filter(([name]) => !lost.has(`attributes.${name}`));
    return kept.length > 0 ? [[field, Object.fromEntries(kept)]] : [];
  });
  return Object.fromEntries(entries);
}
