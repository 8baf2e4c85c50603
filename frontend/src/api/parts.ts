/** What a system is made of and what is at stake in it: read all, add, change with undo of what failed, remove. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { brought, client } from "@/api/client";
import { keys } from "@/api/keys";
import { everyRow, LARGEST_PAGE } from "@/api/pages";
import { useSystemScope } from "@/api/scope";
import type { Arrangement, Asset, Assumption, Boundary, Diagram, Element, Flow, Loss } from "@/api/types";

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

// Every kind of part has the same four calls, so one of them stands for all in the types.
const listPath = (kind: PartKind) => `${SYSTEM}/${kind}` as `${typeof SYSTEM}/elements`;
const onePath = (kind: PartKind) => `${SYSTEM}/${kind}/{id}` as `${typeof SYSTEM}/elements/{id}`;

export function useParts<Kind extends PartKind>(kind: Kind) {
  const path = useSystemScope();
  return useQuery({
    queryKey: keys.system(path.system, kind),
    queryFn: () =>
      everyRow<Parts[Kind]>((cursor) =>
        brought(client.GET(listPath(kind), { params: { path, query: { cursor, page_size: LARGEST_PAGE } } })),
      ),
  });
}

export function useArrangement(diagram: string | undefined) {
  const { workspace, system } = useSystemScope();
  return useQuery({
    queryKey: [...keys.system(system, "placements"), diagram],
    enabled: diagram !== undefined,
    queryFn: () =>
      brought<Arrangement>(
        client.GET(`${SYSTEM}/diagrams/{id}/placements`, {
          params: { path: { workspace, system, id: diagram ?? "" } },
        }),
      ),
  });
}

export type NewPart<Kind extends PartKind> = Partial<Parts[Kind]>;

export function useCreatePart<Kind extends PartKind>(kind: Kind) {
  const path = useSystemScope();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (part: NewPart<Kind>) =>
      brought<Parts[Kind]>(client.POST(listPath(kind), { params: { path }, body: part as never })),
    onSuccess: (part) => {
      queries.setQueryData<Parts[Kind][]>(keys.system(path.system, kind), (rows) => rows && [...rows, part]);
      void queries.invalidateQueries({ queryKey: keys.system(path.system, kind) });
      if (kind === "elements") void queries.invalidateQueries({ queryKey: keys.system(path.system, "self") });
    },
  });
}

export interface Change {
  id: string;
  /** Attributes are merged by the server key by key; null takes one away. */
  changes: Record<string, unknown>;
}

/** Shows a change at once, saves it with the version seen, and takes it back when the server refuses. */
export function useChangePart<Kind extends PartKind>(kind: Kind) {
  const path = useSystemScope();
  const queries = useQueryClient();
  const queryKey = keys.system(path.system, kind);
  const rows = () => queries.getQueryData<Parts[Kind][]>(queryKey);
  const replace = (id: string, other: (row: Parts[Kind]) => Parts[Kind]) =>
    queries.setQueryData<Parts[Kind][]>(queryKey, (all) => all?.map((row) => (row.id === id ? other(row) : row)));
  return useMutation({
    // One after the other, so that each save names the version that the one before it made.
    scope: { id: `${path.system}/${kind}` },
    mutationFn: ({ id, changes }: Change) => {
      const version = rows()?.find((row) => row.id === id)?.version;
      return brought<Parts[Kind]>(
        client.PATCH(onePath(kind), { params: { path: { ...path, id } }, body: { ...changes, version } as never }),
      );
    },
    onMutate: async ({ id, changes }) => {
      await queries.cancelQueries({ queryKey });
      const before = rows()?.find((row) => row.id === id);
      replace(id, (row) => changed(row, changes));
      return { before };
    },
    onError: (_, { id }, kept) => {
      if (kept?.before) replace(id, () => kept.before as Parts[Kind]);
    },
    onSuccess: (row) => replace(row.id, () => row),
  });
}

/** A row as it will look: plain fields replaced, attributes merged, and what holds for an element brought up to date. */
export function changed<Row extends object>(row: Row, changes: Record<string, unknown>): Row {
  const { attributes, ...fields } = changes;
  if (!attributes) return { ...row, ...fields };
  const own: Record<string, unknown> = { ...("attributes" in row ? (row.attributes as object) : {}) };
  const effective: Record<string, unknown> = {
    ...("effective_attributes" in row ? (row.effective_attributes as object) : {}),
  };
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null) {
      delete own[name];
      delete effective[name];
    } else {
      own[name] = value;
      effective[name] = { value, from: "own" };
    }
  }
  return { ...row, ...fields, attributes: own, effective_attributes: effective };
}

export function useRemovePart<Kind extends PartKind>(kind: Kind) {
  const path = useSystemScope();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => brought<void>(client.DELETE(onePath(kind), { params: { path: { ...path, id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ["system", path.system] }),
  });
}
