/** Versions of a system's model: kept, compared, brought back. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { brought, client } from "@/api/client";
import { keys } from "@/api/keys";
import { cursorOf } from "@/api/pages";
import { useSystemScope } from "@/api/scope";
import type { Comparison, Page, Version } from "@/api/types";

const VERSIONS = "/api/v1/workspaces/{workspace}/systems/{system}/versions";

export function useVersions() {
  const path = useSystemScope();
  return useInfiniteQuery({
    queryKey: keys.system(path.system, "versions"),
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      brought<Page<Version>>(client.GET(VERSIONS, { params: { path, query: { cursor: pageParam } } })),
    getNextPageParam: (page) => cursorOf(page.next),
  });
}

/** What differs between a version and a later one; without a later one, the model as it is now. */
export function useComparison(version: string, later: string | undefined) {
  const path = useSystemScope();
  return useQuery({
    queryKey: [...keys.system(path.system, "comparison"), version, later],
    queryFn: () =>
      brought<Comparison>(
        client.GET(`${VERSIONS}/{id}/compare`, {
          params: { path: { ...path, id: version }, query: { with: later } },
        }),
      ),
  });
}

export function comparisonDrawing(
  { workspace, system }: { workspace: string; system: string },
  { before, after, revision }: Comparison,
  diagram: string | undefined,
  look: "light" | "dark",
): string {
  const query = new URLSearchParams({ revision: String(revision), look });
  if (after) query.set("with", after.id);
  if (diagram) query.set("diagram", diagram);
  const place = `/api/v1/workspaces/${encodeURIComponent(workspace)}/systems/${encodeURIComponent(system)}`;
  return `${place}/versions/${encodeURIComponent(before.id)}/drawing?${query.toString()}`;
}

function useVersionsWrite<Input>(
  write: (path: { workspace: string; system: string }, input: Input) => Promise<unknown>,
) {
  const path = useSystemScope();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: Input) => write(path, input),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["system", path.system] }),
  });
}

export const useSaveVersion = () =>
  useVersionsWrite((path, body: { name: string }) => brought(client.POST(VERSIONS, { params: { path }, body })));

export const useDeleteVersion = () =>
  useVersionsWrite((path, id: string) =>
    brought(client.DELETE(`${VERSIONS}/{id}`, { params: { path: { ...path, id } } })),
  );

export const useRestoreVersion = () =>
  useVersionsWrite((path, id: string) =>
    brought(client.POST(`${VERSIONS}/{id}/restore`, { params: { path: { ...path, id } } })),
  );
