/** Comments and the inbox of mentions. */
import { plural } from "@/lib/text";

export const comments = {
  title: "Comments",
  count: (open: number) => plural(open, "open comment", "open comments"),
  empty: "Nobody has said anything about this yet.",
  write: "Write a comment",
  writeHint: "Ask or tell. @ mentions somebody.",
  answer: "Answer",
  answerTo: (author: string) => `Answer ${author}`,
  send: "Comment",
  saveEdit: "Save comment",
  editing: "Edit your comment",
  edit: "Edit",
  editMine: (text: string) => `Edit your comment: ${text}`,
  remove: "Delete",
  removeMine: (text: string) => `Delete your comment: ${text}`,
  removedName: "your comment",
  resolve: "Resolve",
  resolveThread: (author: string) => `Resolve the thread of ${author}`,
  reopen: "Reopen",
  resolvedBy: (name: string) => (name ? `Resolved by ${name}` : "Resolved"),
  showResolved: (count: number) => `Show ${plural(count, "resolved thread", "resolved threads")}`,
  hideResolved: "Hide resolved threads",
  edited: "edited",
  waiting: "not saved yet",
  /** What was done, where it was refused. */
  doing: {
    say: "Comment",
    reword: "Edit a comment",
    unsay: "Delete a comment",
    resolve: "Resolve a thread",
    reopen: "Reopen a thread",
  },
  somebody: "Somebody who left",
  left: (count: number) => `${plural(count, "character", "characters")} left`,
  people: "People to mention",
  peopleFound: (count: number) => `${plural(count, "person", "people")} to mention: up, down and Enter choose`,
};

export const inbox = {
  title: "Where you were mentioned",
  mentions: (count: number) => plural(count, "mention", "mentions"),
  none: "No new mentions",
  nothing: "Nobody has mentioned you since you last looked.",
  line: (author: string, about: string) => `${author} on ${about}`,
  readAll: "Mark all as read",
  more: (count: number) => `and ${plural(count, "more", "more")}`,
};
