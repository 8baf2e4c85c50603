/** Runs: asking for suggestions, watching how far it is, calling it off. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { brought, client } from "@/api/client";
import { keys } from "@/api/keys";
import { useSystemScope } from "@/api/scope";
import type { Page, Run } from "@/api/types";

const RUNS = "/api/v1/workspaces/{workspace}/systems/{system}/runs";
const POLL_WHILE_RUNNING = 700;
const POLL_BESIDE_LIVE = 4_000;

export const isUnfinished = (run: Run | undefined): boolean => run?.state === "queued" || run?.state === "running";

/** The newest run of the system. While it is unfinished it is asked for again, seldom when live news come anyway. */
export function useLatestRun(isLive: boolean) {
  const path = useSystemScope();
  return useQuery({
    queryKey: keys.system(path.system, "runs"),
    queryFn: async () =>
      (await brought<Page<Run>>(client.GET(RUNS, { params: { path, query: { page_size: 1 } } }))).results[0] ?? null,
    refetchInterval: ({ state }) => {
      if (!isUnfinished(state.data ?? undefined)) return false;
      return isLive ? POLL_BESIDE_LIVE : POLL_WHILE_RUNNING;
    },
  });
}

export function useStartRun() {
  const path = useSystemScope();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => brought<Run>(client.POST(RUNS, { params: { path } })),
    onSuccess: (run) => queries.setQueryData(keys.system(path.system, "runs"), run),
  });
}

export function useCancelRun() {
  const path = useSystemScope();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => brought<Run>(client.POST(`${RUNS}/{id}/cancel`, { params: { path: { ...path, id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.system(path.system, "runs") }),
  });
}
