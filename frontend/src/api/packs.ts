/** Packs of the workspace's catalogue, and what the last upgrade of the built-in one changed. */
import { useMutation, useQuery } from "@tanstack/react-query";
import { useCatalogueWrite } from "@/api/catalogue";
import { brought, client } from "@/api/client";
import { keys } from "@/api/keys";
import { useWorkspace } from "@/api/scope";
import type { FieldDifference } from "@/api/knowledge";
import { everyRow, LARGEST_PAGE } from "@/api/pages";
import type { Source } from "@/lib/lens";

const CATALOGUE = "/api/v1/workspaces/{workspace}/catalogue";
const PACKS = `${CATALOGUE}/packs` as const;

export interface Pack {
  slug: string;
  title: string;
  version: string;
  rows: number;
  imported_by: string;
  imported_at: string;
}

export interface Difference {
  kind: "entry" | "control" | "link";
  key: string;
  title: string;
  change: "new" | "changed" | "gone";
  /** built_in, own, or the slug of a pack; empty for what is new. */
  replaces: string;
  fields: FieldDifference[];
}

export interface TouchedFinding {
  id: string;
  mark: string;
  source: Source;
  title: string;
  system: string;
  system_name: string;
}

export interface Touched {
  count: number;
  named: TouchedFinding[];
}

export interface PackPreview {
  slug: string;
  title: string;
  version: string;
  version_here: string | null;
  digest: string;
  differences: Difference[];
  findings: Touched;
}

export interface Upgrade {
  version: string;
  previous: string;
  loaded_at: string | null;
  differences: Difference[];
  findings: Touched;
  copies: Difference[];
  unusable: Record<string, string>;
}

interface PackFile {
  text: string;
  file_name: string;
}

export function usePacks() {
  const workspace = useWorkspace().slug;
  return useQuery({
    queryKey: [...keys.workspace(workspace, "catalogue"), "packs"],
    queryFn: () =>
      everyRow<Pack>((cursor) =>
        brought(client.GET(PACKS, { params: { path: { workspace }, query: { cursor, page_size: LARGEST_PAGE } } })),
      ),
  });
}

export function useUpgrade() {
  const workspace = useWorkspace().slug;
  return useQuery({
    queryKey: [...keys.workspace(workspace, "catalogue"), "upgrade"],
    queryFn: () => brought<Upgrade>(client.GET(`${CATALOGUE}/upgrade`, { params: { path: { workspace } } })),
  });
}

export function usePreviewPack() {
  const workspace = useWorkspace().slug;
  return useMutation({
    meta: { isShownInPlace: true },
    mutationFn: (body: PackFile) =>
      brought<PackPreview>(client.POST(`${PACKS}/preview`, { params: { path: { workspace } }, body: body as never })),
  });
}

export const useApplyPack = () =>
  useCatalogueWrite((workspace, body: PackFile & { digest: string }) =>
    brought<Pack>(client.POST(PACKS, { params: { path: { workspace } }, body: body as never })),
  );

export const useRemovePack = () =>
  useCatalogueWrite((workspace, slug: string) =>
    brought<void>(client.DELETE(`${PACKS}/{slug}`, { params: { path: { workspace, slug } } })),
  );

/** Where a pack, or without one everything of the workspace's own, is fetched as a file. */
export const packAddress = (workspace: string, pack?: string): string =>
  `/api/v1/workspaces/${workspace}/catalogue/${pack ? `packs/${pack}/export` : "export"}`;
