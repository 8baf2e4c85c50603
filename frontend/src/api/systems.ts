/** Systems: the list, one, and how they come and go. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { brought, client } from "@/api/client";
import { keys } from "@/api/keys";
import { cursorOf } from "@/api/pages";
import { useSystemScope, useWorkspace } from "@/api/scope";
import type { Page, System } from "@/api/types";

const SYSTEMS = "/api/v1/workspaces/{workspace}/systems";
const SYSTEM = `${SYSTEMS}/{system}` as const;

export function useSystems(query: string, size = 50) {
  const workspace = useWorkspace().slug;
  return useInfiniteQuery({
    queryKey: [...keys.workspace(workspace, "systems"), query, size],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      brought<Page<System>>(
        client.GET(SYSTEMS, {
          params: { path: { workspace }, query: { q: query || undefined, cursor: pageParam, page_size: size } },
        }),
      ),
    getNextPageParam: (page) => cursorOf(page.next),
    placeholderData: (previous) => previous,
  });
}

export function useSystem(id: string) {
  const workspace = useWorkspace().slug;
  return useQuery({
    queryKey: keys.system(id, "self"),
    queryFn: () => brought<System>(client.GET(`${SYSTEMS}/{id}`, { params: { path: { workspace, id } } })),
  });
}

export function useChangeSystem() {
  const { workspace, system } = useSystemScope();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ version, ...changes }: Partial<System> & { version: number }) =>
      brought<System>(
        client.PATCH(`${SYSTEMS}/{id}`, { params: { path: { workspace, id: system } }, body: { ...changes, version } }),
      ),
    onSuccess: (changed) => {
      queries.setQueryData(keys.system(system, "self"), changed);
      void queries.invalidateQueries({ queryKey: keys.system(system, "elements") });
    },
  });
}

function useSystemsWrite<Input, Output>(write: (workspace: string, input: Input) => Promise<Output>) {
  const workspace = useWorkspace().slug;
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: Input) => write(workspace, input),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.workspace(workspace, "systems") }),
  });
}

export const useCreateSystem = () =>
  useSystemsWrite((workspace, body: { name: string; purpose?: string }) =>
    brought<System>(client.POST(SYSTEMS, { params: { path: { workspace } }, body })),
  );

export const useDeleteSystem = () =>
  useSystemsWrite((workspace, id: string) =>
    brought<void>(client.DELETE(`${SYSTEMS}/{id}`, { params: { path: { workspace, id } } })),
  );

/** Makes a system from a model file. The server reads it, and names every problem by its path. */
export const useImportSystem = () =>
  useSystemsWrite((workspace, file: File) => {
    const form = new FormData();
    form.append("file", file);
    const body = form as never; // A form goes out as it is; openapi-fetch types only its fields.
    return brought<System>(
      client.POST(`${SYSTEMS}/import`, { params: { path: { workspace } }, body, bodySerializer: () => form }),
    );
  });

export const exportAddress = (workspace: string, system: string): string =>
  `/api/v1/workspaces/${encodeURIComponent(workspace)}/systems/${encodeURIComponent(system)}/export`;

/** The model file of a system, as text. */
export const readExport = (workspace: string, system: string): Promise<string> =>
  brought<string>(client.GET(`${SYSTEM}/export`, { params: { path: { workspace, system } }, parseAs: "text" }));

/** Copies a system under another name, through its model file. */
export const useCopySystem = () =>
  useSystemsWrite(async (workspace, { id, name }: { id: string; name: string }) =>
    brought<System>(
      client.POST(`${SYSTEMS}/import`, {
        params: { path: { workspace } },
        body: { text: await readExport(workspace, id), name },
      }),
    ),
  );
