/** Deciding on findings: shown at once, saved in order, and tried again until the server has it or refuses it. */
import { type QueryClient, useMutation, useMutationState, useQueryClient } from "@tanstack/react-query";
import { brought, client } from "@/api/client";
import type { FindingFilter } from "@/api/findings";
import { keys } from "@/api/keys";
import { asProblem } from "@/api/problems";
import { useSystemScope } from "@/api/scope";
import type { Finding, FindingStatus } from "@/api/types";

const DECIDE = "/api/v1/workspaces/{workspace}/systems/{system}/findings/decide";
const DECIDING = ["decide"];
const keyOf = (system: string) => [...DECIDING, system];
const LONGEST_WAIT = 4_000;
/** What a proxy says while the server behind it is away. */
const AWAY = new Set([502, 503, 504]);

export interface Decision {
  findings: string[];
  status: FindingStatus;
  reason?: string;
  accepted_by?: string;
  accepted_until?: string;
}

/** The rows themselves, where they may be on no list any more and have to come back. */
interface WithRows {
  rows?: readonly Finding[];
}

/** An answer can get lost after the server has saved: under the same key it gives that answer again. */
const sendingKeys = new WeakMap<object, string>();

function sendingKey(decision: Decision): string {
  // `crypto.randomUUID` is only there over HTTPS and on the own machine.
  const key = sendingKeys.get(decision) ?? crypto.getRandomValues(new Uint32Array(4)).join("-");
  sendingKeys.set(decision, key);
  return key;
}

/** A fetch that got no answer is a TypeError. */
const isAway = (error: Error): boolean => error instanceof TypeError || AWAY.has(asProblem(error)?.status ?? 0);

/** Decides on findings in one deed. They leave the lists of the old status at once and come back when the server refuses. */
export function useDecide() {
  const path = useSystemScope();
  const queries = useQueryClient();
  const queryKey = keys.system(path.system, "findings");
  const allLists = [...queryKey, "all"];
  return useMutation({
    mutationKey: keyOf(path.system),
    // One after the other, so that an undo never overtakes what it undoes.
    scope: { id: `decide/${path.system}` },
    retry: (_, error) => isAway(error),
    retryDelay: (failures) => Math.min(LONGEST_WAIT, 500 * 2 ** failures),
    mutationFn: (decision: Decision & WithRows) => {
      const body = { ...decision, rows: undefined };
      const headers = { "Idempotency-Key": sendingKey(decision) };
      return brought<unknown>(client.POST(DECIDE, { params: { path }, headers, body: body as never }));
    },
    onMutate: async (decision) => {
      await queries.cancelQueries({ queryKey });
      const before = queries.getQueriesData<Finding[]>({ queryKey: allLists });
      for (const [key, rows] of before) queries.setQueryData(key, rows && afterDecision(rows, decision, filterOf(key)));
      return { before };
    },
    onError: (_, __, kept) => kept?.before.forEach(([key, rows]) => queries.setQueryData(key, rows)),
    onSettled: () => {
      // What is read while another decision is on its way would bring back what that one has taken away.
      if (!isDeciding(queries, 1)) void queries.invalidateQueries({ queryKey });
    },
  });
}

/** Whether more than `besides` decisions are on their way to the server. */
export const isDeciding = (queries: QueryClient, besides = 0): boolean =>
  queries.isMutating({ mutationKey: DECIDING }) > besides;

/** How many findings have a decision that is not saved yet. */
export function useUnsavedCount(): number {
  const unsaved = useMutationState({
    filters: { mutationKey: DECIDING, status: "pending" },
    select: ({ state }) => (state.variables as Decision).findings,
  });
  return new Set(unsaved.flat()).size;
}

/** A list as the server has it, with the decisions that it has not got yet. */
export const withUnsaved = (queries: QueryClient, system: string, rows: Finding[], filter: FindingFilter): Finding[] =>
  queries
    .getMutationCache()
    .findAll({ mutationKey: keyOf(system), status: "pending" })
    .reduce((list, { state }) => afterDecision(list, state.variables as Decision & WithRows, filter), rows);

const filterOf = (key: readonly unknown[]): FindingFilter => (key.at(-1) as FindingFilter | undefined) ?? {};

/** A list as it will be when the decision is taken: moved rows change their status, leave a list of another, come back to theirs. */
export function afterDecision(rows: Finding[], decision: Decision & WithRows, filter: FindingFilter): Finding[] {
  const moved = new Set(decision.findings);
  const here = new Set(rows.map((row) => row.id));
  const back = (decision.rows ?? []).filter((row) => !here.has(row.id));
  const all =
    back.length > 0
      ? [...rows, ...back].sort((one, other) => other.score - one.score || one.number - other.number)
      : rows;
  const after = all.map((row) =>
    moved.has(row.id) ? { ...row, status: decision.status, rationale: decision.reason ?? row.rationale } : row,
  );
  return filter.status ? after.filter((row) => row.status === filter.status) : after;
}
