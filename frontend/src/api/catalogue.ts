/** What the field knows, as this workspace has it: the words of the model, the entries, and the controls. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { brought, client } from "@/api/client";
import { keys } from "@/api/keys";
import { cursorOf, everyRow, LARGEST_PAGE } from "@/api/pages";
import { useWorkspace } from "@/api/scope";
import type {
  CatalogueControl,
  CatalogueControlBrief,
  CatalogueEntry,
  CatalogueEntryBrief,
  ControlFunction,
  ControlKind,
  RowContent,
  Vocabulary,
} from "@/api/knowledge";
import type { Page } from "@/api/types";
import type { Source } from "@/lib/lens";
import { messages } from "@/lib/messages";

const CATALOGUE = "/api/v1/workspaces/{workspace}/catalogue";

/** Both are browsed, written and switched off in the same ways. */
export type Shelf = "entries" | "controls";

interface Shelves {
  entries: CatalogueEntry;
  controls: CatalogueControl;
}

export const useVocabulary = () =>
  useQuery({
    queryKey: keys.catalogue("vocabulary"),
    queryFn: () => brought<Vocabulary>(client.GET("/api/v1/catalogue/vocabulary")),
    staleTime: Infinity,
  });

/** What the values of a field are called that the server has words for. */
export function valueLabels(field: string, vocabulary: Vocabulary | undefined): Record<string, string> {
  const spec = vocabulary?.attributes[field.replace("attributes.", "")];
  if (spec) return spec.value_labels;
  if (field === "trust") return messages.vocabulary.trust;
  if (field === "status") return messages.stake.statuses;
  if (field !== "kind") return {};
  return Object.fromEntries(Object.entries(vocabulary?.kinds ?? {}).map(([name, { label }]) => [name, label]));
}

interface CommonFilter {
  q?: string | undefined;
  reference?: string | undefined;
  standing?: string | undefined;
}

export interface EntryFilter extends CommonFilter {
  source?: Source | undefined;
  family?: string | undefined;
  kind?: string | undefined;
  harms?: string | undefined;
}

export interface ControlFilter extends CommonFilter {
  kind?: ControlKind | undefined;
  function?: ControlFunction | undefined;
  hurts?: Source | "either" | undefined;
}

export const useEntries = (filter: EntryFilter) => useShelf<CatalogueEntryBrief>("entries", filter);
export const useControls = (filter: ControlFilter) => useShelf<CatalogueControlBrief>("controls", filter);

function useShelf<Row>(shelf: Shelf, filter: EntryFilter | ControlFilter) {
  const workspace = useWorkspace().slug;
  return useInfiniteQuery({
    queryKey: [...keys.workspace(workspace, "catalogue"), shelf, filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      brought<Page<Row>>(
        client.GET(`${CATALOGUE}/${shelf}`, {
          params: { path: { workspace }, query: { ...filter, cursor: pageParam, page_size: 100 } as never },
        }),
      ),
    getNextPageParam: (page) => cursorOf(page.next),
    placeholderData: (previous) => previous,
  });
}

/** For choosing some of them by title. */
export function useEveryEntry() {
  const workspace = useWorkspace().slug;
  return useQuery({
    queryKey: [...keys.workspace(workspace, "catalogue"), "entries", "every"],
    queryFn: () =>
      everyRow((cursor) =>
        brought<Page<CatalogueEntryBrief>>(
          client.GET(`${CATALOGUE}/entries`, {
            params: { path: { workspace }, query: { cursor, page_size: LARGEST_PAGE } as never },
          }),
        ),
      ),
  });
}

export const useEntry = (slug: string) => useRow("entries", slug);
export const useControl = (slug: string) => useRow("controls", slug);

function useRow<What extends Shelf>(shelf: What, slug: string) {
  const workspace = useWorkspace().slug;
  return useQuery({
    queryKey: [...keys.workspace(workspace, "catalogue"), shelf, slug],
    queryFn: () =>
      brought<Shelves[What]>(
        client.GET(`${CATALOGUE}/${shelf as Shelf}/{slug}`, { params: { path: { workspace, slug } } }),
      ),
  });
}

/** A write to the workspace's catalogue, after which all of it is read again; `onWritten` comes before that. */
export function useCatalogueWrite<Input, Output>(
  write: (workspace: string, input: Input) => Promise<Output>,
  onWritten?: () => unknown,
) {
  const workspace = useWorkspace().slug;
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: Input) => write(workspace, input),
    onSuccess: onWritten,
    onSettled: () => queries.invalidateQueries({ queryKey: keys.workspace(workspace, "catalogue") }),
  });
}

export const useAdd = <What extends Shelf>(shelf: What) =>
  useCatalogueWrite((workspace, body: { content: RowContent; reason: string }) =>
    brought<Shelves[What]>(
      client.POST(`${CATALOGUE}/${shelf as Shelf}`, { params: { path: { workspace } }, body: body as never }),
    ),
  );

export const useChange = <What extends Shelf>(shelf: What, slug: string) =>
  useCatalogueWrite((workspace, body: { content: RowContent; reason: string; version: number }) =>
    brought<Shelves[What]>(
      client.PATCH(`${CATALOGUE}/${shelf as Shelf}/{slug}`, {
        params: { path: { workspace, slug } },
        body: body as never,
      }),
    ),
  );

/** `onRemoved` leaves the page of what is gone before anything is read again. */
export const useRemove = (shelf: Shelf, slug: string, onRemoved: () => unknown) =>
  useCatalogueWrite<void, void>(
    (workspace) =>
      brought<void>(client.DELETE(`${CATALOGUE}/${shelf}/{slug}`, { params: { path: { workspace, slug } } })),
    onRemoved,
  );

export const useSwitchOff = (shelf: Shelf, slug: string) =>
  useCatalogueWrite((workspace, reason: string) =>
    brought<void>(
      client.POST(`${CATALOGUE}/${shelf}/{slug}/switch-off`, {
        params: { path: { workspace, slug } },
        body: { reason },
      }),
    ),
  );

export const useSwitchOn = (shelf: Shelf, slug: string) =>
  useCatalogueWrite<void, void>((workspace) =>
    brought<void>(client.POST(`${CATALOGUE}/${shelf}/{slug}/switch-on`, { params: { path: { workspace, slug } } })),
  );
