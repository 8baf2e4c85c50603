/** What happened: the record of a system, newest first, and what came since a number. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { brought, client } from "@/api/client";
import { keys } from "@/api/keys";
import { cursorOf, everyRow, LARGEST_PAGE } from "@/api/pages";
import { useSystemScope } from "@/api/scope";
import type { Event, Page } from "@/api/types";

const OF_SYSTEM = "/api/v1/workspaces/{workspace}/systems/{system}/events";
const OF_WORKSPACE = "/api/v1/workspaces/{workspace}/events";

export function useEvents() {
  const path = useSystemScope();
  return useInfiniteQuery({
    queryKey: keys.system(path.system, "events"),
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      brought<Page<Event>>(client.GET(OF_SYSTEM, { params: { path, query: { cursor: pageParam, page_size: 50 } } })),
    getNextPageParam: (page) => cursorOf(page.next),
  });
}

/** What happened after a number, in one system or in the workspace itself. */
export function eventsSince(workspace: string, system: string | null, since: number): Promise<Event[]> {
  return everyRow<Event>((cursor) => {
    const query = { since, cursor, page_size: LARGEST_PAGE };
    return brought(
      system
        ? client.GET(OF_SYSTEM, { params: { path: { workspace, system }, query } })
        : client.GET(OF_WORKSPACE, { params: { path: { workspace }, query } }),
    );
  });
}
