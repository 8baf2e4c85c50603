/** One thread: a comment, its answers, and what can be done with it as a whole. */
import { Button } from "@mantine/core";
import { useState } from "react";
import { type Comment, useRemarks } from "@/api/comments";
import { useMay } from "@/api/scope";
import { messages } from "@/lib/messages";
import { CommentBox } from "./CommentBox";
import { CommentLine } from "./CommentLine";
import classes from "./Comments.module.css";

const words = messages.comments;

interface CommentThreadProps {
  first: Comment;
  answers: readonly Comment[];
  /** The comment that a link leads to. */
  asked: string | undefined;
  onAnswer: (text: string, mentions: string[]) => void;
}

export function CommentThread({ first, answers, asked, onAnswer }: CommentThreadProps) {
  const mayComment = useMay("comment");
  const { resolve } = useRemarks(first.object);
  const [isAnswering, setIsAnswering] = useState(false);
  const author = first.author || words.somebody;
  const isResolved = first.resolved_at !== null;
  return (
    <>
      <CommentLine comment={first} isAsked={asked === first.id} isAnswered={answers.length > 0} />
      {answers.length > 0 ? (
        <ol className={classes.answers}>
          {answers.map((answer) => (
            <li key={answer.id}>
              <CommentLine comment={answer} isAsked={asked === answer.id} isAnswered={false} />
            </li>
          ))}
        </ol>
      ) : null}
      <div className={classes.deeds}>
        {isResolved ? <span>{words.resolvedBy(first.resolved_by)}</span> : null}
        {mayComment && !isAnswering ? (
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={words.answerTo(author)}
            onClick={() => setIsAnswering(true)}
          >
            {words.answer}
          </Button>
        ) : null}
        {mayComment ? (
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={isResolved ? undefined : words.resolveThread(author)}
            onClick={() => resolve(first, !isResolved)}
          >
            {isResolved ? words.reopen : words.resolve}
          </Button>
        ) : null}
      </div>
      {isAnswering ? (
        <CommentBox
          draft={`answer-${first.id}`}
          label={words.answerTo(author)}
          sendLabel={words.answer}
          isFocused
          onSend={(text, mentions) => {
            onAnswer(text, mentions);
            setIsAnswering(false);
          }}
          onCancel={() => setIsAnswering(false)}
        />
      ) : null}
    </>
  );
}
