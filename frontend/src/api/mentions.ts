/** The inbox: comments that mention me and that I have not read. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { brought, client } from "@/api/client";
import type { SubjectType } from "@/api/comments";
import { keys } from "@/api/keys";
import { everyRow, LARGEST_PAGE } from "@/api/pages";
import { useWorkspace } from "@/api/scope";
import type { Page } from "@/api/types";

const MENTIONS = "/api/v1/workspaces/{workspace}/mentions";

export interface Mention {
  id: string;
  comment: string;
  system: string;
  object_type: SubjectType;
  object: string;
  object_name: string;
  author: string;
  text: string;
  read_at: string | null;
  created_at: string;
}

/** Newest first. */
export function useUnreadMentions() {
  const workspace = useWorkspace().slug;
  return useQuery({
    queryKey: keys.workspace(workspace, "mentions"),
    queryFn: () =>
      everyRow((cursor) =>
        brought<Page<Mention>>(
          client.GET(MENTIONS, {
            params: { path: { workspace }, query: { unread: true, cursor, page_size: LARGEST_PAGE } },
          }),
        ),
      ),
  });
}

/** It leaves the inbox at once. */
export function useReadMention() {
  const workspace = useWorkspace().slug;
  const queries = useQueryClient();
  const queryKey = keys.workspace(workspace, "mentions");
  return useMutation({
    mutationFn: (id: string) =>
      brought<Mention>(client.POST(`${MENTIONS}/{id}/read`, { params: { path: { workspace, id } } })),
    onMutate: (id) => queries.setQueryData<Mention[]>(queryKey, (rows) => rows?.filter((row) => row.id !== id)),
    onSettled: () => queries.invalidateQueries({ queryKey }),
  });
}
