/** What was said about one thing of a system: read, say, edit, take away, resolve. */
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { brought, client } from "@/api/client";
import { keys } from "@/api/keys";
import { everyRow, LARGEST_PAGE } from "@/api/pages";
import { useMe } from "@/api/me";
import type { Becoming, Remark } from "@/api/remarks";
import { useSystemScope } from "@/api/scope";
import type { Page } from "@/api/types";
import { useDeeds, useDeedState } from "@/api/useDeeds";
import { makeId } from "@/lib/ids";
import { messages } from "@/lib/messages";

const words = messages.comments.doing;
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
  /** Whether something of it is not saved yet. */
  isWaiting?: boolean;
}

/** All comments on one thing, oldest first, with their answers between them; also what still waits for the server. */
export function useComments(object: string) {
  const path = useSystemScope();
  const deeds = useDeeds();
  const me = useMe().data?.name ?? "";
  useDeedState();
  const query = useQuery({
    queryKey: [...keys.system(path.system, "comments"), object],
    queryFn: () =>
      everyRow((cursor) =>
        brought<Page<Comment>>(
          client.GET(COMMENTS, { params: { path, query: { object, cursor, page_size: LARGEST_PAGE } } }),
        ),
      ),
  });
  return { query, comments: deeds.overComments(object, query.data ?? [], me) };
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

/** What can be done with comments. Each is shown at once, waits for the line, and is kept with its text where it is refused. */
export function useRemarks(object: string) {
  const deeds = useDeeds();
  const attempt = (becoming: Becoming) => {
    const remark: Remark = { ...becoming, object, at: new Date().toISOString() };
    void deeds.attempt({ words: words[remark.op], operations: [remark] });
  };
  return {
    say: (object_type: SubjectType, parent: string | null, text: string, mentions: string[]) =>
      attempt({ op: "say", id: makeId(), about: { object_type, parent }, values: { text, mentions } }),
    reword: ({ id, version }: Comment, text: string, mentions: string[]) =>
      attempt({ op: "reword", id, version, values: { text, mentions } }),
    unsay: (id: string) => attempt({ op: "unsay", id }),
    resolve: ({ id }: Comment, isResolved: boolean) => attempt({ op: isResolved ? "resolve" : "reopen", id }),
  };
}
