/** One comment: who, when, what; one's own can be edited and deleted. */
import { Button } from "@mantine/core";
import { useState } from "react";
import { type Comment, type Mentioned, useRemarks } from "@/api/comments";
import { useMay } from "@/api/scope";
import { unhide } from "@/components/hidden";
import { Markdown } from "@/components/Markdown";
import { Moment } from "@/components/Moment";
import { useLaterRemoval } from "@/components/useLaterRemoval";
import { atNames } from "@/lib/mentions";
import { messages } from "@/lib/messages";
import { CommentBox } from "./CommentBox";
import classes from "./Comments.module.css";
import { useBroughtIntoView } from "./useBroughtIntoView";

const words = messages.comments;
const BEGINNING = 40;

interface CommentLineProps {
  comment: Comment;
  isAsked: boolean;
  isAnswered: boolean;
}

export function CommentLine({ comment, isAsked, isAnswered }: CommentLineProps) {
  const line = useBroughtIntoView(isAsked ? comment.id : null);
  const [isEditing, setIsEditing] = useState(false);
  const { reword } = useRemarks(comment.object);
  return (
    <article ref={line} id={`comment-${comment.id}`} className={classes.line} data-asked={isAsked || undefined}>
      <div className={classes.who}>
        <strong>{comment.author || words.somebody}</strong> <Moment at={comment.created_at} />
        {comment.edited_at ? <span>{words.edited}</span> : null}
        {comment.isWaiting ? <span className={classes.waiting}>{words.waiting}</span> : null}
        {comment.is_mine && !isEditing ? (
          <Mine comment={comment} isAnswered={isAnswered} onEdit={() => setIsEditing(true)} />
        ) : null}
      </div>
      {isEditing ? (
        <CommentBox
          draft={`edit-${comment.id}`}
          label={words.editing}
          sendLabel={words.saveEdit}
          text={comment.text}
          mentions={comment.mentions}
          isFocused
          onSend={(text, mentions) => {
            reword(comment, text, mentions);
            setIsEditing(false);
          }}
          onCancel={() => setIsEditing(false)}
        />
      ) : (
        <Markdown text={comment.text} leaf={(text) => <WithNames text={text} mentions={comment.mentions} />} />
      )}
    </article>
  );
}

/** Those mentioned under the name that they have now. */
function WithNames({ text, mentions }: { text: string; mentions: readonly Mentioned[] }) {
  const names = new Map(mentions.map(({ written, name }) => [written, name]));
  return atNames(text, [...names.keys()]).map((piece, index) =>
    piece.name === undefined ? (
      piece.text
    ) : (
      <span key={index} className={classes.name}>
        @{names.get(piece.name)}
      </span>
    ),
  );
}

function Mine({ comment, isAnswered, onEdit }: { comment: Comment; isAnswered: boolean; onEdit: () => void }) {
  const mayComment = useMay("comment");
  const { unsay } = useRemarks(comment.object);
  const later = useLaterRemoval((id) => {
    unsay(id);
    // While that waits it is not among the comments; where it is refused, it has to be seen again.
    unhide(id);
  });
  const beginning = comment.text.slice(0, BEGINNING);
  if (!mayComment) return null;
  return (
    <div className={classes.mine}>
      <Button size="compact-xs" variant="subtle" aria-label={words.editMine(beginning)} onClick={onEdit}>
        {words.edit}
      </Button>
      {isAnswered ? null : (
        <Button
          size="compact-xs"
          variant="subtle"
          aria-label={words.removeMine(beginning)}
          onClick={() => later.remove(comment.id, words.removedName)}
        >
          {words.remove}
        </Button>
      )}
    </div>
  );
}
