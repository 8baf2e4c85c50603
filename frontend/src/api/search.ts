/** Looking for one word in everything at once. */
import { useQuery } from "@tanstack/react-query";
import { brought, client } from "@/api/client";
import { keys } from "@/api/keys";
import { everyRow, LARGEST_PAGE } from "@/api/pages";
import { useWorkspace } from "@/api/scope";
import type { CatalogueControlBrief, CatalogueEntryBrief } from "@/api/knowledge";
import type { Element, Finding, Page, System } from "@/api/types";

const FEW = 6;
const CATALOGUE = "/api/v1/workspaces/{workspace}/catalogue";
const SYSTEMS = "/api/v1/workspaces/{workspace}/systems";

export interface Everything {
  systems: System[];
  elements: Element[];
  findings: Finding[];
  entries: CatalogueEntryBrief[];
  controls: CatalogueControlBrief[];
  isSearching: boolean;
}

const rowsOf = async <Row>(call: Promise<Page<Row>>): Promise<Row[]> => (await call).results;

export function useSearch(q: string, system: string | undefined): Everything {
  const workspace = useWorkspace().slug;
  const query = { q, page_size: FEW };
  const systems = useQuery({
    queryKey: [...keys.workspace(workspace, "systems"), "search", q],
    queryFn: () =>
      rowsOf(
        brought<Page<System>>(
          client.GET(SYSTEMS, { params: { path: { workspace }, query: { ...query, q: q || undefined } } }),
        ),
      ),
  });
  const entries = useQuery({
    queryKey: [...keys.workspace(workspace, "catalogue"), "search entries", q],
    enabled: q !== "",
    queryFn: () =>
      rowsOf(
        brought<Page<CatalogueEntryBrief>>(
          client.GET(`${CATALOGUE}/entries`, { params: { path: { workspace }, query } }),
        ),
      ),
  });
  const controls = useQuery({
    queryKey: [...keys.workspace(workspace, "catalogue"), "search controls", q],
    enabled: q !== "",
    queryFn: () =>
      rowsOf(
        brought<Page<CatalogueControlBrief>>(
          client.GET(`${CATALOGUE}/controls`, { params: { path: { workspace }, query } }),
        ),
      ),
  });
  const path = { workspace, system: system ?? "" };
  const findings = useQuery({
    queryKey: [...keys.system(path.system, "findings"), "search", q],
    enabled: q !== "" && system !== undefined,
    queryFn: () =>
      rowsOf(brought<Page<Finding>>(client.GET(`${SYSTEMS}/{system}/findings`, { params: { path, query } }))),
  });
  const elements = useQuery({
    queryKey: [...keys.system(path.system, "elements"), "search"],
    enabled: q !== "" && system !== undefined,
    queryFn: () =>
      everyRow<Element>((cursor) =>
        brought(
          client.GET(`${SYSTEMS}/{system}/elements`, { params: { path, query: { cursor, page_size: LARGEST_PAGE } } }),
        ),
      ),
  });
  return {
    systems: systems.data ?? [],
    entries: entries.data ?? [],
    controls: controls.data ?? [],
    findings: findings.data ?? [],
    elements: elements.data ?? [],
    isSearching: [systems, entries, controls, findings, elements].some((one) => one.isFetching),
  };
}
