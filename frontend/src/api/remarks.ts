/** What becomes of comments, as it waits for the server: how a list of them looks after it, and its way there. */
import type { QueryClient } from "@tanstack/react-query";
import { brought, client } from "@/api/client";
import type { Comment, SubjectType } from "@/api/comments";
import type { Answer } from "@/api/deeds";
import { keys } from "@/api/keys";
import type { SystemScope } from "@/api/scope";

/** What is to become of the comment with this id. */
export type Becoming = { id: string } & (
  | { op: "say"; about: { object_type: SubjectType; parent: string | null }; values: Said }
  | { op: "reword"; version?: number; values: Said }
  | { op: "unsay" | "resolve" | "reopen" }
);

/** The same as it waits. Stands alone in its deed, for it has an address of its own; `object` is what is talked about. */
export type Remark = Becoming & { object: string; at: string };

interface Said {
  text: string;
  mentions: string[];
}

const OPS = ["say", "reword", "unsay", "resolve", "reopen"];
export const isRemark = (operation: { op: string }): operation is Remark => OPS.includes(operation.op);

/** The comments on one thing, oldest first, with what waits; `me` is what the person is called. */
export function commentsAfter(
  object: string,
  comments: readonly Comment[],
  operations: readonly { op: string }[],
  me: string,
): Comment[] {
  const found = new Map(comments.map((comment) => [comment.id, comment]));
  for (const remark of operations.filter(isRemark)) {
    const after = remark.object === object ? commentAfter(found.get(remark.id), remark, me) : undefined;
    if (after) found.set(remark.id, { ...after, isWaiting: true });
    else if (remark.op === "unsay") found.delete(remark.id);
  }
  return [...found.values()];
}

const NEW = { object_name: "", mentions: [], resolved_at: null, resolved_by: "", edited_at: null, version: 1 };

function commentAfter(before: Comment | undefined, remark: Remark, me: string): Comment | undefined {
  const { id, object, at } = remark;
  switch (remark.op) {
    case "say": {
      const { text } = remark.values;
      // The server may have it by now, where its answer was lost.
      return before ?? { ...NEW, ...remark.about, id, object, text, author: me, is_mine: true, created_at: at };
    }
    case "reword":
      return before && { ...before, text: remark.values.text };
    case "resolve":
      return before && { ...before, resolved_at: at, resolved_by: me };
    case "reopen":
      return before && { ...before, resolved_at: null, resolved_by: "" };
    default:
      return undefined;
  }
}

const COMMENTS = "/api/v1/workspaces/{workspace}/systems/{system}/comments";
type Options = { headers: Record<string, string>; signal: AbortSignal };

/** Sends it, and takes the answer into the list before it is waited for no more. It cannot be taken back. */
export async function sendRemark(
  queries: QueryClient,
  scope: SystemScope,
  remark: Remark,
  options: Options,
): Promise<Answer> {
  const given = await brought<Comment | undefined>(call(scope, remark, options));
  const queryKey = keys.system(scope.system, "comments");
  queries.setQueryData<Comment[]>([...queryKey, remark.object], (comments) => {
    const others = comments?.filter(({ id }) => id !== remark.id);
    const place = comments?.findIndex(({ id }) => id === remark.id) ?? -1;
    return given ? others?.toSpliced(place < 0 ? others.length : place, 0, given) : others;
  });
  void queries.invalidateQueries({ queryKey });
  return { revision: 0, event: null, rows: given ? { comment: [given] } : {}, gone: [], undo: [] };
}

function call({ workspace, system }: SystemScope, remark: Remark, options: Options) {
  const { id, object } = remark;
  const asked = { ...options, params: { path: { workspace, system, id } } };
  switch (remark.op) {
    case "say":
      return client.POST(COMMENTS, { ...asked, body: { id, object, ...remark.about, ...remark.values } });
    case "reword":
      return client.PATCH(`${COMMENTS}/{id}`, { ...asked, body: { ...remark.values, version: remark.version } });
    case "unsay":
      return client.DELETE(`${COMMENTS}/{id}`, asked);
    default:
      return client.POST(`${COMMENTS}/{id}/${remark.op}`, asked);
  }
}
