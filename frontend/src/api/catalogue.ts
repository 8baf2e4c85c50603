/** What the field knows, as this workspace has it: the words of the model, and the entries. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { brought, client } from "@/api/client";
import { keys } from "@/api/keys";
import { cursorOf } from "@/api/pages";
import { useWorkspace } from "@/api/scope";
import type { CatalogueEntry, CatalogueEntryBrief, RowContent, Vocabulary } from "@/api/knowledge";
import type { Page } from "@/api/types";
import type { Source } from "@/lib/lens";

const CATALOGUE = "/api/v1/workspaces/{workspace}/catalogue";
const ENTRIES = `${CATALOGUE}/entries` as const;
const ENTRY = `${ENTRIES}/{slug}` as const;

export const useVocabulary = () =>
  useQuery({
    queryKey: keys.catalogue("vocabulary"),
    queryFn: () => brought<Vocabulary>(client.GET("/api/v1/catalogue/vocabulary")),
    staleTime: Infinity,
  });

export interface EntryFilter {
  q?: string | undefined;
  source?: Source | undefined;
  family?: string | undefined;
  kind?: string | undefined;
  harms?: string | undefined;
  reference?: string | undefined;
  standing?: string | undefined;
}

export function useEntries(filter: EntryFilter) {
  const workspace = useWorkspace().slug;
  return useInfiniteQuery({
    queryKey: [...keys.workspace(workspace, "catalogue"), "entries", filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      brought<Page<CatalogueEntryBrief>>(
        client.GET(ENTRIES, {
          params: { path: { workspace }, query: { ...filter, cursor: pageParam, page_size: 100 } as never },
        }),
      ),
    getNextPageParam: (page) => cursorOf(page.next),
    placeholderData: (previous) => previous,
  });
}

export function useEntry(slug: string) {
  const workspace = useWorkspace().slug;
  return useQuery({
    queryKey: [...keys.workspace(workspace, "catalogue"), "entry", slug],
    queryFn: () => brought<CatalogueEntry>(client.GET(ENTRY, { params: { path: { workspace, slug } } })),
  });
}

/** A write to the workspace's catalogue, after which all of it is read again. */
export function useCatalogueWrite<Input, Output>(write: (workspace: string, input: Input) => Promise<Output>) {
  const workspace = useWorkspace().slug;
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: Input) => write(workspace, input),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.workspace(workspace, "catalogue") }),
  });
}

export const useAddEntry = () =>
  useCatalogueWrite((workspace, body: { content: RowContent; reason: string }) =>
    brought<CatalogueEntry>(client.POST(ENTRIES, { params: { path: { workspace } }, body: body as never })),
  );

export const useChangeEntry = (slug: string) =>
  useCatalogueWrite((workspace, body: { content: RowContent; reason: string; version: number }) =>
    brought<CatalogueEntry>(client.PATCH(ENTRY, { params: { path: { workspace, slug } }, body: body as never })),
  );

export const useRemoveEntry = (slug: string) =>
  useCatalogueWrite<void, void>((workspace) =>
    brought<void>(client.DELETE(ENTRY, { params: { path: { workspace, slug } } })),
  );

export type Switched = "entries" | "controls";

export const useSwitchOff = (what: Switched, slug: string) =>
  useCatalogueWrite((workspace, reason: string) =>
    brought<void>(
      client.POST(`${CATALOGUE}/${what}/{slug}/switch-off`, {
        params: { path: { workspace, slug } },
        body: { reason },
      }),
    ),
  );

export const useSwitchOn = (what: Switched, slug: string) =>
  useCatalogueWrite<void, void>((workspace) =>
    brought<void>(client.POST(`${CATALOGUE}/${what}/{slug}/switch-on`, { params: { path: { workspace, slug } } })),
  );
