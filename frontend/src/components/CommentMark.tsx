/** How many comments are open on a part of the picture; leads to them. Nothing at all for none. */
import { IconMessage } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { messages } from "@/lib/messages";
import classes from "./CommentMark.module.css";

interface CommentMarkProps {
  id: string;
  count: number | undefined;
  /** Whether Tab reaches it. In trees, tables and on the canvas only the thing itself has the focus. */
  isStop?: boolean;
}

export function CommentMark({ id, count, isStop = false }: CommentMarkProps) {
  if (!count) return null;
  const words = messages.comments.count(count);
  return (
    <Link
      from="/w/$workspace/systems/$system/picture"
      to="."
      search={(search) => ({ ...search, show: id, attribute: undefined })}
      hash="comments"
      className={classes.mark}
      tabIndex={isStop ? undefined : -1}
      title={words}
      // What stands around it would open the thing without its comments.
      onClick={(event) => event.stopPropagation()}
      data-comments
    >
      <IconMessage size={14} stroke={1.5} aria-hidden />
      <span aria-hidden>{count}</span>
      <span className="visually-hidden">{words}</span>
    </Link>
  );
}
