/** What a system is made of and what is at stake in it: read all; add, change, remove one, each a deed. */
import { useMutation, useQueries, useQuery, useQueryClient, type UseQueryResult } from "@tanstack/react-query";
import { brought, client } from "@/api/client";
import type { Done } from "@/api/deeds";
import { keys } from "@/api/keys";
import { type Change, type Create, type Delete, LIST_OF, type PartType, type Values } from "@/api/operations";
import { everyRow, LARGEST_PAGE } from "@/api/pages";
import { Problem } from "@/api/problems";
import { useSystemScope } from "@/api/scope";
import type { Arrangement, Asset, Assumption, Boundary, Diagram, Element, Flow, Loss } from "@/api/types";
import { useDeeds } from "@/api/useDeeds";
import { makeId } from "@/lib/ids";
import { messages } from "@/lib/messages";

const words = messages.deeds;

export interface Parts {
  elements: Element;
  flows: Flow;
  boundaries: Boundary;
  diagrams: Diagram;
  assets: Asset;
  losses: Loss;
  assumptions: Assumption;
}

export type PartKind = keyof Parts;

const SYSTEM = "/api/v1/workspaces/{workspace}/systems/{system}";

// Every kind of part is listed in the same way, so one of them stands for all in the types.
const listPath = (kind: PartKind) => `${SYSTEM}/${kind}` as `${typeof SYSTEM}/elements`;

export function useParts<Kind extends PartKind>(kind: Kind) {
  const path = useSystemScope();
  const deeds = useDeeds();
  return useQuery({
    queryKey: keys.system(path.system, kind),
    queryFn: async () =>
      deeds.over(
        kind,
        await everyRow<Parts[Kind]>((cursor) =>
          brought(client.GET(listPath(kind), { params: { path, query: { cursor, page_size: LARGEST_PAGE } } })),
        ),
      ),
  });
}

function useArrangementQuery() {
  const { workspace, system } = useSystemScope();
  const deeds = useDeeds();
  return (diagram: string) => ({
    queryKey: [...keys.system(system, "placements"), diagram],
    queryFn: async () => {
      const path = { workspace, system, id: diagram };
      const placed = await brought<Arrangement>(client.GET(`${SYSTEM}/diagrams/{id}/placements`, { params: { path } }));
      return deeds.overArrangement(diagram, placed);
    },
  });
}

export function useArrangement(diagram: string | undefined) {
  return useQuery({ ...useArrangementQuery()(diagram ?? ""), enabled: diagram !== undefined });
}

const dataOf = (results: UseQueryResult<Arrangement>[]) => results.map(({ data }) => data);

/** Where everything is drawn on each of these, in the same order; undefined while it is not known. */
export function useArrangements(diagrams: readonly string[]): readonly (Arrangement | undefined)[] {
  return useQueries({ queries: diagrams.map(useArrangementQuery()), combine: dataOf });
}

export type NewPart<Kind extends PartKind> = Partial<Parts[Kind]>;

const TYPE_OF = Object.fromEntries(Object.entries(LIST_OF).map(([type, kind]) => [kind, type])) as Record<
  PartKind,
  PartType
>;
const nameOf = (row: object | undefined): string =>
  ["name", "title", "text"].map((field) => (row as Record<string, unknown> | undefined)?.[field]).find(isText) ?? "";
const isText = (value: unknown): value is string => typeof value === "string" && value !== "";

export function useCreatePart<Kind extends PartKind>(kind: Kind) {
  const deeds = useDeeds();
  const type = TYPE_OF[kind];
  return useMutation({
    mutationFn: async (part: NewPart<Kind>) => {
      const id = makeId();
      const create: Create = { op: "create", type, id, values: part as Values };
      const { rows } = await ofOne(deeds.do({ words: words.added(nameOf(part)), operations: [create] }));
      return rows[type]?.[0] as Parts[Kind];
    },
  });
}

export interface PartChange {
  id: string;
  /** Attributes are merged key by key; null takes one away. */
  changes: Values;
  /** The version that was seen; that on the page now where it is left out. */
  version?: number | undefined;
}

/** Shows a change at once, saves it with the version seen, and takes it back when the server refuses. */
export function useChangePart<Kind extends PartKind>(kind: Kind) {
  const deeds = useDeeds();
  const find = useFindPart(kind);
  return useMutation({
    // What is refused is kept and shown, with what was typed.
    meta: { isShownInPlace: true },
    mutationFn: ({ id, changes, version }: PartChange) => {
      const seen = version === undefined ? {} : { version };
      const change: Change = { op: "change", type: TYPE_OF[kind], id, values: changes, ...seen };
      return ofOne(deeds.do({ words: words.changed(nameOf(find(id))), operations: [change], isKept: true }));
    },
  });
}

/** Removes at once; `takeBack` of what it gives brings the part back as it was. */
export function useRemovePart<Kind extends PartKind>(kind: Kind) {
  const deeds = useDeeds();
  const find = useFindPart(kind);
  return useMutation({
    mutationFn: (id: string) => {
      const remove: Delete = { op: "delete", type: TYPE_OF[kind], id };
      return ofOne(deeds.do({ words: words.removed(nameOf(find(id))), operations: [remove] }));
    },
  });
}

function useFindPart(kind: PartKind): (id: string) => object | undefined {
  const { system } = useSystemScope();
  const queries = useQueryClient();
  return (id) => queries.getQueryData<Parts[PartKind][]>(keys.system(system, kind))?.find((row) => row.id === id);
}

/** A deed of one operation speaks of its fields as if there were no others. */
async function ofOne(deed: Promise<Done>): Promise<Done> {
  try {
    return await deed;
  } catch (error) {
    throw error instanceof Problem ? error.without(/^operations\[0\]\.(values\.)?/) : error;
  }
}
