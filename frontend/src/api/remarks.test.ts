import { QueryClient } from "@tanstack/react-query";
import { beforeEach, describe, expect, it } from "vitest";
import type { Comment } from "@/api/comments";
import { type Answer, Deeds } from "@/api/deeds";
import type { Operation } from "@/api/operations";
import { textsOf } from "@/api/refusals";
import { type Becoming, commentsAfter, type Remark } from "@/api/remarks";

const of = (becoming: Becoming): Remark => ({ ...becoming, object: "agent", at: "2026-11-29T12:00:00Z" });
const say = (id: string, text: string, parent: string | null = null): Remark =>
  of({ op: "say", id, about: { object_type: "element", parent }, values: { text, mentions: [] } });
const reword = (id: string, text: string, version: number): Remark =>
  of({ op: "reword", id, version, values: { text, mentions: [] } });
const after = (comments: readonly Comment[], ...remarks: Operation[]) =>
  commentsAfter("agent", comments, remarks, "Ada");
const comment = (id: string, text: string): Comment => ({
  ...(after([], say(id, text))[0] as Comment),
  isWaiting: false,
});

describe("comments with what waits", () => {
  it("shows what is said last, as one's own, with answers, edits and resolving that wait as well", () => {
    const remarks = [say("b", "Why?"), say("c", "So.", "b"), reword("b", "Why so?", 1), of({ op: "resolve", id: "a" })];
    const [a, b, c] = after([comment("a", "First")], ...remarks);
    expect(a).toMatchObject({ text: "First", resolved_by: "Ada", isWaiting: true });
    expect(b).toMatchObject({ text: "Why so?", author: "Ada", is_mine: true, parent: null, isWaiting: true });
    expect(c).toMatchObject({ text: "So.", parent: "b" });
    expect(after([a as Comment], of({ op: "reopen", id: "a" }))[0]?.resolved_at).toBeNull();
  });

  it("leaves out what is taken away, and what is about something else or gone", () => {
    expect(after([comment("a", "First")], of({ op: "unsay", id: "a" }))).toEqual([]);
    expect(after([], reword("a", "Other", 1))).toEqual([]);
    expect(after([], { ...say("a", "Why?"), object: "reader" })).toEqual([]);
  });

  it("shows once what the server has although its answer was lost", () => {
    expect(after([comment("a", "Why?")], say("a", "Why?"))).toHaveLength(1);
  });
});

describe("a remark as a deed", () => {
  const sent: Operation[] = [];
  let deeds: Deeds;

  beforeEach(() => {
    sent.length = 0;
    let version = 0;
    const send = ([operation]: readonly Operation[]): Promise<Answer> => {
      sent.push(operation as Operation);
      const nothing = { revision: 0, event: null, gone: [], rows: {} };
      if (operation?.op === "change") return Promise.resolve({ ...nothing, undo: [operation] });
      version += 1;
      return Promise.resolve({ ...nothing, rows: { comment: [{ ...comment("a", ""), version }] }, undo: [] });
    };
    deeds = new Deeds(
      new QueryClient(),
      { workspace: "w", system: "s" },
      { page: "p", send, wait: () => Promise.resolve(), keep: () => undefined, release: () => undefined },
    );
  });

  it("follows the versions that this page has made itself", async () => {
    const all = [say("a", "One"), reword("a", "Two", 1), reword("a", "Three", 1)];
    await Promise.all(all.map((one) => deeds.attempt({ words: "Comment", operations: [one] })));
    expect(sent).toMatchObject([{ op: "say" }, { version: 1 }, { version: 2 }]);
  });

  it("leaves what can be undone and done again as it is", async () => {
    const rename: Operation = { op: "change", type: "element", id: "e", values: { name: "Clerk" } };
    await deeds.attempt({ words: "Rename", operations: [rename] });
    await deeds.undo();
    await deeds.attempt({ words: "Comment", operations: [say("a", "Why?")] });
    expect(deeds.snapshot()).toMatchObject({ undo: null, redo: "Rename" });
  });

  it("gives its text, and nothing else, to be copied where it was refused", () => {
    expect(textsOf({ operations: [say("a", "Why?", "b")] } as never)).toEqual(["Why?"]);
  });
});
