/** The marks of open comments for the rows of a table; the same function as long as nothing is said. */
import { useCallback } from "react";
import { CommentMark } from "./CommentMark";

export function useCommentMarks(threads: ReadonlyMap<string, number>) {
  return useCallback(({ id }: { id: string }) => <CommentMark id={id} count={threads.get(id)} />, [threads]);
}
