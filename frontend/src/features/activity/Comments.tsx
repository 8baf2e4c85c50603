/** What was said about one thing: open threads, resolved ones when asked for, and the field for a new one. */
import { Button } from "@mantine/core";
import { useLocation } from "@tanstack/react-router";
import { useEffect, useId, useState } from "react";
import { type Comment, type SubjectType, useComments, useRemarks } from "@/api/comments";
import { useMay } from "@/api/scope";
import form from "@/components/form.module.css";
import { useShown } from "@/components/hidden";
import { Loaded } from "@/components/Loaded";
import { PanelBoundary } from "@/components/PanelBoundary";
import { Tag } from "@/components/Tag";
import { messages } from "@/lib/messages";
import { CommentBox } from "./CommentBox";
import { CommentThread } from "./CommentThread";
import classes from "./Comments.module.css";
import { useBroughtIntoView } from "./useBroughtIntoView";

const words = messages.comments;

export function Comments({ type, id }: { type: SubjectType; id: string }) {
  const heading = useId();
  const section = useAskedFor();
  const mayComment = useMay("comment");
  const { query, comments } = useComments(id);
  const { say } = useRemarks(id);
  const open = comments.filter((comment) => !comment.parent && !comment.resolved_at).length;
  const send = (text: string, mentions: string[], parent?: string) => say(type, parent ?? null, text, mentions);
  return (
    <section className={classes.comments} aria-labelledby={heading} tabIndex={-1} ref={section}>
      <h3 id={heading}>
        {words.title}{" "}
        {open > 0 ? (
          <Tag>
            <span aria-hidden>{open}</span>
            <span className="visually-hidden">{words.count(open)}</span>
          </Tag>
        ) : null}
      </h3>
      <PanelBoundary>
        <Loaded query={query}>{() => null}</Loaded>
        {query.data || comments.length > 0 ? <Threads comments={comments} onAnswer={send} /> : null}
        {mayComment ? (
          <CommentBox
            key={id}
            draft={id}
            label={words.write}
            placeholder={words.writeHint}
            sendLabel={words.send}
            onSend={send}
          />
        ) : null}
      </PanelBoundary>
    </section>
  );
}

/** A mark with a count leads here: into view, and with the focus. Each time anew, also where the address stays. */
function useAskedFor() {
  const asked = useLocation({
    select: ({ hash, state }) => (hash === "comments" ? (state.__TSR_key ?? hash) : null),
  });
  const section = useBroughtIntoView(asked, "start");
  useEffect(() => {
    if (asked) section.current?.focus({ preventScroll: true });
  }, [asked, section]);
  return section;
}

interface ThreadsProps {
  comments: readonly Comment[];
  onAnswer: (text: string, mentions: string[], parent: string) => void;
}

function Threads({ comments, onAnswer }: ThreadsProps) {
  const shown = useShown(comments);
  const asked = useLocation({ select: ({ hash }) => hash });
  const firsts = shown.filter((comment) => !comment.parent);
  const resolved = firsts.filter((comment) => comment.resolved_at);
  const askedFor = shown.find((comment) => `comment-${comment.id}` === asked);
  const [isWanted, setIsWanted] = useState<boolean | null>(null);
  // A link to a resolved comment opens what holds it.
  const isShown = isWanted ?? resolved.some(({ id }) => id === askedFor?.id || id === askedFor?.parent);
  if (firsts.length === 0) return <p className={form.note}>{words.empty}</p>;
  return (
    <>
      <ol className={classes.threads}>
        {firsts
          .filter((first) => isShown || !first.resolved_at)
          .map((first) => (
            <li key={first.id} data-resolved={first.resolved_at ? true : undefined}>
              <CommentThread
                first={first}
                answers={shown.filter((comment) => comment.parent === first.id)}
                asked={askedFor?.id}
                onAnswer={(text, mentions) => onAnswer(text, mentions, first.id)}
              />
            </li>
          ))}
      </ol>
      {resolved.length > 0 ? (
        <div>
          <Button size="compact-xs" variant="subtle" aria-expanded={isShown} onClick={() => setIsWanted(!isShown)}>
            {isShown ? words.hideResolved : words.showResolved(resolved.length)}
          </Button>
        </div>
      ) : null}
    </>
  );
}
