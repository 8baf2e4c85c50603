/** What was said about one thing of a system: read, say, edit, take away, resolve. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { brought, client } from "@/api/client";
import { keys } from "@/api/keys";
import { everyRow, LARGEST_PAGE } from "@/api/pages";
import { useSystemScope } from "@/api/scope";
import type { Page } from "@/api/types";

const COMMENTS = "/api/v1/workspaces/{workspace}/systems/{system}/comments";

export type SubjectType =
  "element" | "flow" | "boundary" | "diagram" | "asset" | "loss" | "assumption" | "finding" | "system";

export interface Mentioned {
  member: string;
  /** The name as it stands in the text. */
  written: string;
  /** What they are called now. */
  name: string;
}

export interface Comment {
  id: string;
  object_type: SubjectType;
  object: string;
  object_name: string;
  parent: string | null;
  text: string;
  author: string;
  is_mine: boolean;
  mentions: Mentioned[];
  resolved_at: string | null;
  resolved_by: string;
  edited_at: string | null;
  version: number;
  created_at: string;
}

export interface NewComment {
  object_type: SubjectType;
  object: string;
  parent?: string;
  text: string;
  mentions: string[];
}

/** All comments on one thing, oldest first, with their answers between them. */
export function useComments(object: string) {
  const path = useSystemScope();
  return useQuery({
    queryKey: [...keys.system(path.system, "comments"), object],
    queryFn: () =>
      everyRow((cursor) =>
        brought<Page<Comment>>(
          client.GET(COMMENTS, { params: { path, query: { object, cursor, page_size: LARGEST_PAGE } } }),
        ),
      ),
  });
}

/** How many threads are open on each thing of the system that has any, by its id. */
export type OpenThreads = ReadonlyMap<string, number>;

const NONE: OpenThreads = new Map();

/** One question for the whole system; any news of a comment ask it again. */
export function useOpenThreads(): OpenThreads {
  const path = useSystemScope();
  const { data } = useQuery({
    queryKey: [...keys.system(path.system, "comments"), "counts"],
    queryFn: () => brought<{ object: string; open: number }[]>(client.GET(`${COMMENTS}/counts`, { params: { path } })),
  });
  return useMemo(() => (data ? new Map(data.map(({ object, open }) => [object, open])) : NONE), [data]);
}

/** `isShownInPlace`: what is refused stands below the field, with what was typed. */
function useWrite<Asked, Given>(write: (asked: Asked) => Promise<Given>, isShownInPlace = false) {
  const { system } = useSystemScope();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: write,
    meta: { isShownInPlace },
    onSettled: () => queries.invalidateQueries({ queryKey: keys.system(system, "comments") }),
  });
}

export function useSay() {
  const path = useSystemScope();
  return useWrite(
    (comment: NewComment) => brought<Comment>(client.POST(COMMENTS, { params: { path }, body: comment as never })),
    true,
  );
}

export function useEditComment() {
  const path = useSystemScope();
  return useWrite(
    ({ id, ...body }: { id: string; text: string; mentions: string[]; version: number }) =>
      brought<Comment>(client.PATCH(`${COMMENTS}/{id}`, { params: { path: { ...path, id } }, body })),
    true,
  );
}

export function useDeleteComment() {
  const path = useSystemScope();
  return useWrite((id: string) =>
    brought<void>(client.DELETE(`${COMMENTS}/{id}`, { params: { path: { ...path, id } } })),
  );
}

export function useResolve() {
  const path = useSystemScope();
  return useWrite(({ id, isResolved }: { id: string; isResolved: boolean }) => {
    const params = { path: { ...path, id } };
    return brought<Comment>(
      isResolved
        ? client.POST(`${COMMENTS}/{id}/resolve`, { params })
        : client.POST(`${COMMENTS}/{id}/reopen`, { params }),
    );
  });
}
