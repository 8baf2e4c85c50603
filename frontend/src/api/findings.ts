/** Findings: read, filter, decide on one or many, edit, link. */
import { type QueryClient, useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { brought, client } from "@/api/client";
import { withUnsaved } from "@/api/decisions";
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

/** Every finding that passes the filter, best first, as decided here, also where that is not saved yet. */
export function useFindings(filter: FindingFilter) {
  const path = useSystemScope();
  const queries = useQueryClient();
  return useQuery({
    queryKey: [...keys.system(path.system, "findings"), "all", filter],
    queryFn: async () => {
      const rows = await everyRow<Finding>((cursor) =>
        brought(client.GET(FINDINGS, { params: { path, query: { ...filter, cursor, page_size: LARGEST_PAGE } } })),
      );
      return withUnsaved(queries, path.system, rows, filter);
    },
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
