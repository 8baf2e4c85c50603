/** Findings: read, filter, decide on one or many, edit, link. */
import { type QueryClient, useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { brought, client } from "@/api/client";
import { keys } from "@/api/keys";
import { cursorOf, everyRow, LARGEST_PAGE } from "@/api/pages";
import { useSystemScope } from "@/api/scope";
import type { Finding, FindingLink, FindingStatus, Page } from "@/api/types";
import type { Source } from "@/lib/lens";

const FINDINGS = "/api/v1/workspaces/{workspace}/systems/{system}/findings";
const LINKS = "/api/v1/workspaces/{workspace}/systems/{system}/links";

export interface FindingFilter {
  status?: FindingStatus | undefined;
  source?: Source | undefined;
  target?: string | undefined;
  q?: string | undefined;
  outdated?: boolean | undefined;
}

/** Every finding that passes the filter, best first. */
export function useFindings(filter: FindingFilter) {
  const path = useSystemScope();
  return useQuery({
    queryKey: [...keys.system(path.system, "findings"), "all", filter],
    queryFn: () =>
      everyRow<Finding>((cursor) =>
        brought(client.GET(FINDINGS, { params: { path, query: { ...filter, cursor, page_size: LARGEST_PAGE } } })),
      ),
  });
}

/** The suggestions that wait, as far as they have been read. */
export const suggestedNow = (queries: QueryClient, system: string): readonly Finding[] =>
  queries.getQueryData<Finding[]>([...keys.system(system, "findings"), "all", { status: "suggested" }]) ?? [];

/** Whether there is any finding that passes the filter. */
export function useHasFinding(filter: FindingFilter) {
  const path = useSystemScope();
  return useQuery({
    queryKey: [...keys.system(path.system, "findings"), "any", filter],
    queryFn: async () =>
      (await brought<Page<Finding>>(client.GET(FINDINGS, { params: { path, query: { ...filter, page_size: 1 } } })))
        .results.length > 0,
  });
}

/** The register, page by page. */
export function useFindingPages(filter: FindingFilter) {
  const path = useSystemScope();
  return useInfiniteQuery({
    queryKey: [...keys.system(path.system, "findings"), "pages", filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      brought<Page<Finding>>(
        client.GET(FINDINGS, { params: { path, query: { ...filter, cursor: pageParam, page_size: 50 } } }),
      ),
    getNextPageParam: (page) => cursorOf(page.next),
    placeholderData: (previous) => previous,
  });
}

export function useFinding(id: string | undefined) {
  const path = useSystemScope();
  return useQuery({
    queryKey: [...keys.system(path.system, "findings"), "one", id],
    enabled: id !== undefined,
    queryFn: () => brought<Finding>(client.GET(`${FINDINGS}/{id}`, { params: { path: { ...path, id: id ?? "" } } })),
  });
}

const DECIDING = ["decide"];

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

/** Decides on findings in one deed. They leave the lists of the old status at once and come back when the server refuses. */
export function useDecide() {
  const path = useSystemScope();
  const queries = useQueryClient();
  const queryKey = keys.system(path.system, "findings");
  const allLists = [...queryKey, "all"];
  return useMutation({
    mutationKey: DECIDING,
    // One after the other, so that an undo never overtakes what it undoes.
    scope: { id: `decide/${path.system}` },
    mutationFn: (decision: Decision & WithRows) => {
      const body = { ...decision, rows: undefined };
      return brought<unknown>(client.POST(`${FINDINGS}/decide`, { params: { path }, body: body as never }));
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

export function useEditFinding() {
  const path = useSystemScope();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version, ...changes }: Partial<Finding> & { id: string; version: number }) =>
      brought<Finding>(
        client.PATCH(`${FINDINGS}/{id}`, { params: { path: { ...path, id } }, body: { ...changes, version } as never }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.system(path.system, "findings") }),
  });
}

export function useRaiseFinding() {
  const path = useSystemScope();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (finding: Partial<Finding>) =>
      brought<Finding>(client.POST(FINDINGS, { params: { path }, body: finding as never })),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.system(path.system, "findings") }),
  });
}

export function useLinkFindings() {
  const path = useSystemScope();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (link: Omit<FindingLink, "id">) =>
      brought<FindingLink>(client.POST(LINKS, { params: { path }, body: link as never })),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.system(path.system, "findings") }),
  });
}
