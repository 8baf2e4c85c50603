/** What the field knows: the words of the model, and the entries. */
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { brought, client } from "@/api/client";
import { keys } from "@/api/keys";
import { cursorOf } from "@/api/pages";
import type { CatalogueEntry, CatalogueEntryBrief, Vocabulary } from "@/api/knowledge";
import type { Page } from "@/api/types";

const ENTRIES = "/api/v1/catalogue/entries";

export const useVocabulary = () =>
  useQuery({
    queryKey: keys.catalogue("vocabulary"),
    queryFn: () => brought<Vocabulary>(client.GET("/api/v1/catalogue/vocabulary")),
    staleTime: Infinity,
  });

export interface EntryFilter {
  q?: string | undefined;
  source?: string | undefined;
  family?: string | undefined;
  kind?: string | undefined;
}

export const useEntries = (filter: EntryFilter) =>
  useInfiniteQuery({
    queryKey: [...keys.catalogue("entries"), filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      brought<Page<CatalogueEntryBrief>>(
        client.GET(ENTRIES, { params: { query: { ...filter, cursor: pageParam, page_size: 100 } as never } }),
      ),
    getNextPageParam: (page) => cursorOf(page.next),
    placeholderData: (previous) => previous,
  });

export const useEntry = (slug: string) =>
  useQuery({
    queryKey: keys.catalogue(`entry ${slug}`),
    queryFn: () => brought<CatalogueEntry>(client.GET(`${ENTRIES}/{slug}`, { params: { path: { slug } } })),
    staleTime: 300_000,
  });
