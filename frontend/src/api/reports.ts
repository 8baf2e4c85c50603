/** Reports: the PDFs of a system. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { brought, client } from "@/api/client";
import { keys } from "@/api/keys";
import { useSystemScope } from "@/api/scope";
import type { Page, Report } from "@/api/types";

const REPORTS = "/api/v1/workspaces/{workspace}/systems/{system}/reports";

const isUnfinished = (report: Report): boolean => report.state === "queued" || report.state === "running";

export function useReports() {
  const path = useSystemScope();
  return useQuery({
    queryKey: keys.system(path.system, "reports"),
    queryFn: async () => (await brought<Page<Report>>(client.GET(REPORTS, { params: { path } }))).results,
    refetchInterval: ({ state }) => (state.data?.some(isUnfinished) ? 700 : false),
  });
}

export function useCreateReport() {
  const path = useSystemScope();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => brought<Report>(client.POST(REPORTS, { params: { path }, body: {} as never })),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.system(path.system, "reports") }),
  });
}

export const reportAddress = (workspace: string, system: string, report: string): string =>
  `/api/v1/workspaces/${encodeURIComponent(workspace)}/systems/${encodeURIComponent(system)}/reports/${encodeURIComponent(report)}/file`;
