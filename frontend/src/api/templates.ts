/** Templates: what ships with the product, what the workspace keeps, and beginning a system from one. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { brought, client } from "@/api/client";
import { keys } from "@/api/keys";
import { everyRow, LARGEST_PAGE } from "@/api/pages";
import { useWorkspace } from "@/api/scope";
import type { Page, System, Template } from "@/api/types";

const WORKSPACE = "/api/v1/workspaces/{workspace}";

type Saved = Omit<Template, "key" | "kind"> & { id: string };

/** All that one can begin from: the workspace's own first, then common shapes, then samples. */
export function useTemplates() {
  const workspace = useWorkspace().slug;
  return useQuery({
    queryKey: keys.workspace(workspace, "templates"),
    queryFn: async () => {
      const [shipped, saved] = await Promise.all([
        brought<Template[]>(client.GET("/api/v1/templates", {})),
        everyRow((cursor) =>
          brought<Page<Saved>>(
            client.GET(`${WORKSPACE}/templates`, {
              params: { path: { workspace }, query: { cursor, page_size: LARGEST_PAGE } },
            }),
          ),
        ),
      ]);
      return [...saved.map(({ id, ...row }): Template => ({ ...row, key: id, kind: "saved" })), ...shipped];
    },
  });
}

export const templatePicture = (workspace: string, { key, kind }: Template, look: "light" | "dark"): string =>
  kind === "saved"
    ? `/api/v1/workspaces/${encodeURIComponent(workspace)}/templates/${encodeURIComponent(key)}/drawing?look=${look}`
    : `/api/v1/templates/${encodeURIComponent(key)}/drawing?look=${look}`;

export function useBeginFrom() {
  const workspace = useWorkspace().slug;
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { template: string; name: string }) =>
      brought<System>(
        client.POST(`${WORKSPACE}/systems/import`, { params: { path: { workspace } }, body: body as never }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.workspace(workspace, "systems") }),
  });
}

export function useSaveTemplate() {
  const workspace = useWorkspace().slug;
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { system: string; name: string }) =>
      brought(client.POST(`${WORKSPACE}/templates`, { params: { path: { workspace } }, body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.workspace(workspace, "templates") }),
  });
}

export function useDeleteTemplate() {
  const workspace = useWorkspace().slug;
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      brought(client.DELETE(`${WORKSPACE}/templates/{id}`, { params: { path: { workspace, id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.workspace(workspace, "templates") }),
  });
}
