import { QueryClient } from "@tanstack/react-query";
import { beforeEach, describe, expect, it } from "vitest";
import { type Answer, Deeds } from "@/api/deeds";
import { keys } from "@/api/keys";
import type { Change, Operation } from "@/api/operations";
import type { WaitingDeed } from "@/api/outbox";
import { Problem } from "@/api/problems";

const ELEMENTS = keys.system("s", "elements");
const rename = (name: string): Change => ({ op: "change", type: "element", id: "a", values: { name } });

let queries: QueryClient;
let deeds: Deeds;
let sent: { operations: readonly Operation[]; key: string }[];
/** What the server says to each request in turn; after these, it does what it is asked. */
let refusals: Error[];
let kept: Map<string, WaitingDeed>;
let row: { id: string; version: number; name: string };

/** A server with one element, which knows renaming only. */
function send(operations: readonly Operation[], key: string): Promise<Answer> {
  sent.push({ operations, key });
  const refusal = refusals.shift();
  if (refusal) return Promise.reject(refusal);
  const before = row;
  const { values } = operations[0] as Change;
  row = { ...row, version: row.version + 1, ...(values as { name: string }) };
  const undo: Operation[] = [{ ...rename(before.name), version: row.version }];
  return Promise.resolve({ revision: 1, event: row.version, rows: { element: [row as never] }, gone: [], undo });
}

/** A page with the system open. */
const made = () =>
  new Deeds(
    queries,
    { workspace: "w", system: "s" },
    {
      page: "here",
      send,
      wait: () => Promise.resolve(),
      keep: (deed) => kept.set(deed.key, structuredClone(deed)),
      release: (key) => kept.delete(key),
    },
  );
const names = () => queries.getQueryData<{ name: string }[]>(ELEMENTS)?.map(({ name }) => name);
const versions = () => sent.map(({ operations }) => (operations[0] as Change).version);

beforeEach(() => {
  queries = new QueryClient();
  row = { id: "a", version: 1, name: "Agent" };
  queries.setQueryData(ELEMENTS, [row]);
  sent = [];
  refusals = [];
  kept = new Map();
  deeds = made();
});

describe("a deed", () => {
  it("tells when it is taken back, in whatever way", async () => {
    const told: string[] = [];
    for (const name of ["Clerk", "Cashier"]) {
      const { takenBack } = await deeds.do({ words: "Rename", operations: [rename(name)] });
      void takenBack.then(() => told.push(name));
    }
    expect(told).toEqual([]);
    await deeds.undo();
    expect(told).toEqual(["Cashier"]);
  });

  it("is shown at once and saved with the version that was seen", async () => {
    const done = deeds.do({ words: "Rename", operations: [rename("Clerk")] });
    expect(names()).toEqual(["Clerk"]);
    expect((await done).event).toBe(2);
    expect(versions()).toEqual([1]);
  });

  it("does not take for somebody else's what an earlier one has done", async () => {
    await Promise.all(["B", "C", "D"].map((name) => deeds.do({ words: name, operations: [rename(name)] })));
    expect(versions()).toEqual([1, 2, 3]);
    expect(names()).toEqual(["D"]);
  });

  it("is sent again with the same key while nobody answers", async () => {
    refusals = [new TypeError("Failed to fetch"), new Problem(503, {})];
    await deeds.do({ words: "Rename", operations: [rename("Clerk")] });
    expect(new Set(sent.map(({ key }) => key)).size).toBe(1);
    expect(sent).toHaveLength(3);
  });

  it("leaves nothing behind when it is refused", async () => {
    refusals = [new Problem(409, {})];
    await expect(deeds.do({ words: "Rename", operations: [rename("Clerk")] })).rejects.toBeInstanceOf(Problem);
    expect(queries.getQueryState(ELEMENTS)?.isInvalidated).toBe(true);
    expect(deeds.snapshot()).toEqual({ undo: null, redo: null, waiting: 0 });
  });

  it("lies over what the server says while it is on its way", async () => {
    const done = deeds.do({ words: "Rename", operations: [rename("Clerk")] });
    expect(deeds.over("elements", [row] as never[])[0]?.name).toBe("Clerk");
    await done;
    expect(deeds.over("elements", [row] as never[])[0]).toBe(row);
  });

  it("knows its own event, and no other", async () => {
    void deeds.do({ words: "Rename", operations: [rename("Clerk")] });
    expect(await deeds.isOwn(2)).toBe(true);
    expect(await deeds.isOwn(3)).toBe(false);
  });
});

describe("a deed that a page has left behind", () => {
  it("is kept until it is saved, and sent by the next page under the same key", async () => {
    const never = new Promise<Answer>(() => undefined);
    refusals = [];
    const lost = { page: "left", send: () => never, wait: () => Promise.resolve() };
    const left = new Deeds(
      queries,
      { workspace: "w", system: "s" },
      { ...lost, keep: (deed) => kept.set(deed.key, structuredClone(deed)), release: (key) => kept.delete(key) },
    );
    void left.do({ words: "B", operations: [rename("B")] });
    void left.do({ words: "C", operations: [rename("C")] });
    await Promise.resolve();
    await Promise.resolve();
    queries.setQueryData(ELEMENTS, [row]);
    const waiting = [...kept.values()];
    expect(waiting.map(({ words, isSent }) => [words, isSent])).toEqual([
      ["B", true],
      ["C", false],
    ]);
    for (const deed of waiting) deeds.resume(deed);
    expect(names()).toEqual(["C"]);
    await deeds.isOwn(0);
    expect(sent.map(({ key }) => key)).toEqual(waiting.map(({ key }) => key));
    expect(versions()).toEqual([1, 2]);
    expect(kept.size).toBe(0);
  });

  it("does not pass over what this page has written since", async () => {
    await deeds.do({ words: "B", operations: [rename("B")] });
    const old = { ...rename("old"), version: 1 };
    deeds.resume({
      key: "k",
      workspace: "w",
      system: "s",
      words: "old",
      operations: [old],
      isSent: false,
      page: "left",
      at: 0,
    });
    await deeds.isOwn(0);
    expect(versions()).toEqual([1, 1]);
  });

  it("knows what the page before it had saved already", async () => {
    const first = deeds.do({ words: "B", operations: [rename("B")] });
    void deeds.do({ words: "C", operations: [rename("C")] });
    refusals = [];
    await first;
    expect([...kept.values()].map(({ operations }) => (operations[0] as Change).version)).toEqual([2]);
  });
});

describe("taking back", () => {
  it("goes back one by one and forth again, also what is still on its way", async () => {
    void deeds.do({ words: "B", operations: [rename("B")] });
    void deeds.do({ words: "C", operations: [rename("C")] });
    expect(await deeds.undo()).toBe("C");
    expect(names()).toEqual(["B"]);
    expect(await deeds.undo()).toBe("B");
    expect(names()).toEqual(["Agent"]);
    expect(await deeds.undo()).toBeNull();
    expect(await deeds.redo()).toBe("B");
    expect(deeds.snapshot()).toEqual({ undo: "B", redo: "C", waiting: 0 });
  });

  it("goes back and forth in the order of the keys, also faster than the server answers", async () => {
    for (const name of ["B", "C", "D"]) await deeds.do({ words: name, operations: [rename(name)] });
    const keys = [deeds.undo(), deeds.undo(), deeds.redo(), deeds.undo(), deeds.undo(), deeds.redo(), deeds.redo()];
    expect(await Promise.all(keys)).toEqual(["D", "C", "C", "C", "B", "B", "C"]);
    expect(names()).toEqual(["C"]);
    expect(deeds.snapshot()).toEqual({ undo: "C", redo: "D", waiting: 0 });
  });

  it("takes back what was there when it was asked for, and nothing where that was refused", async () => {
    await deeds.do({ words: "B", operations: [rename("B")] });
    refusals = [new Problem(409, {})];
    const refused = deeds.do({ words: "C", operations: [rename("C")] });
    const undone = deeds.undo();
    await expect(refused).rejects.toBeInstanceOf(Problem);
    expect(await undone).toBeNull();
    expect(deeds.snapshot()).toEqual({ undo: "B", redo: null, waiting: 0 });
  });

  it("counts the own versions in between, so that only others are in the way", async () => {
    await deeds.do({ words: "B", operations: [rename("B")] });
    await deeds.do({ words: "C", operations: [rename("C")] });
    await deeds.undo();
    await deeds.undo();
    expect(versions()).toEqual([1, 2, 3, 4]);
  });

  it("names the version before somebody else's, so that the server can refuse", async () => {
    await deeds.do({ words: "B", operations: [rename("B")] });
    row = { ...row, version: 3, name: "Theirs" };
    queries.setQueryData(ELEMENTS, [row]);
    await deeds.undo();
    expect(versions()).toEqual([1, 2]);
  });

  it("may choose a deed that is not the last, and forgets what was undone when something new is done", async () => {
    const first = await deeds.do({ words: "B", operations: [rename("B")] });
    await deeds.do({ words: "C", operations: [rename("C")] });
    first.takeBack();
    await deeds.isOwn(0);
    await deeds.isOwn(0);
    expect(deeds.snapshot().undo).toBe("C");
    await deeds.do({ words: "D", operations: [rename("D")] });
    expect(deeds.snapshot()).toMatchObject({ undo: "D", redo: null });
  });
});
