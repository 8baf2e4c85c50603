/** Treatments of one finding: read, add, change, take away. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { brought, client } from "@/api/client";
import { keys } from "@/api/keys";
import { everyRow, LARGEST_PAGE } from "@/api/pages";
import { useSystemScope } from "@/api/scope";
import type { Treatment } from "@/api/types";

const TREATMENTS = "/api/v1/workspaces/{workspace}/systems/{system}/findings/{finding}/treatments";

export type TreatmentChanges = Partial<Omit<Treatment, "id" | "control">>;

const keyOf = (system: string, finding: string) => [...keys.system(system, "findings"), "treatments", finding];

/** One after the other, so that each save names the version that the one before it made. */
const scopeOf = (finding: string) => ({ id: `${finding}/treatments` });

export function useTreatments(finding: string) {
  const path = { ...useSystemScope(), finding };
  return useQuery({
    queryKey: keyOf(path.system, finding),
    queryFn: () =>
      everyRow<Treatment>((cursor) =>
        brought(client.GET(TREATMENTS, { params: { path, query: { cursor, page_size: LARGEST_PAGE } } })),
      ),
  });
}

function useWrite<Asked, Given>(finding: string, write: (asked: Asked) => Promise<Given>) {
  const { system } = useSystemScope();
  const queries = useQueryClient();
  return useMutation({
    scope: scopeOf(finding),
    mutationFn: write,
    // Nobody waits for the lists before reading what was done.
    onSettled: () => void queries.invalidateQueries({ queryKey: keys.system(system, "findings") }),
  });
}

export function useAddTreatment(finding: string) {
  const path = { ...useSystemScope(), finding };
  return useWrite(finding, (treatment: Partial<Treatment> & { control: string }) =>
    brought<Treatment>(client.POST(TREATMENTS, { params: { path }, body: treatment as never })),
  );
}

/** Shows a change at once, saves it with the version seen, and takes it back when the server refuses. */
export function useChangeTreatment(finding: string) {
  const path = { ...useSystemScope(), finding };
  const queries = useQueryClient();
  const queryKey = keyOf(path.system, finding);
  const rows = () => queries.getQueryData<Treatment[]>(queryKey);
  const replace = (id: string, other: (row: Treatment) => Treatment) =>
    queries.setQueryData<Treatment[]>(queryKey, (all) => all?.map((row) => (row.id === id ? other(row) : row)));
  return useMutation({
    scope: scopeOf(finding),
    mutationFn: ({ id, ...changes }: TreatmentChanges & { id: string }) => {
      const version = rows()?.find((row) => row.id === id)?.version;
      const body = { ...changes, version } as never;
      return brought<Treatment>(client.PATCH(`${TREATMENTS}/{id}`, { params: { path: { ...path, id } }, body }));
    },
    onMutate: async ({ id, ...changes }) => {
      await queries.cancelQueries({ queryKey });
      const before = rows()?.find((row) => row.id === id);
      replace(id, (row) => ({ ...row, ...changes }));
      return { before };
    },
    onError: (_, { id }, kept) => {
      if (kept?.before) replace(id, () => kept.before as Treatment);
      // What somebody else wrote meanwhile is what the next save has to have seen.
      void queries.invalidateQueries({ queryKey });
    },
    onSuccess: (row) => replace(row.id, () => row),
  });
}

export function useRemoveTreatment(finding: string) {
  const path = { ...useSystemScope(), finding };
  return useWrite(finding, (id: string) =>
    brought<void>(client.DELETE(`${TREATMENTS}/{id}`, { params: { path: { ...path, id } } })),
  );
}
