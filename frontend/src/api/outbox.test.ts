import { locks } from "node:worker_threads";
import { renderHook } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Outbox, type WaitingDeed } from "@/api/outbox";
import { useAreKept } from "@/api/waiting";

const deed = (key: string, at = 0): WaitingDeed => ({
  key,
  workspace: "w",
  system: "s",
  words: "Rename",
  operations: [{ op: "change", type: "element", id: "a", values: { name: key }, version: 1 }],
  isSent: false,
  page: "1",
  at,
});
const keysOf = (deeds: WaitingDeed[]) => deeds.map(({ key }) => key);
/** A person for each test, as the locks outlive it. */
let ada = 0;
const ofPage = (page: string) => new Outbox(`ada${ada}`, page, localStorage, locks);
const open = new Set<() => void>();

/** A page that is there. What it gives is a crash: the page says nothing more, and the browser lets its locks go. */
function alive(outbox: Outbox): () => Promise<void> {
  const stop = outbox.watch();
  open.add(stop);
  return async () => {
    stop();
    await tick();
  };
}
const tick = () => new Promise((done) => setTimeout(done));

beforeEach(() => {
  localStorage.clear();
  ada += 1;
});
afterEach(async () => {
  for (const stop of open) stop();
  open.clear();
  vi.useRealTimers();
  await tick();
});

describe("what a page leaves behind", () => {
  it("is taken over once, in order, by the next page of the same person, where it stays until that is left", async () => {
    const left = ofPage("1");
    left.put(deed("b", 1));
    left.put(deed("a", 2));
    const next = ofPage("2");
    const crash = alive(next);
    expect(keysOf(await next.takeOver())).toEqual(["b", "a"]);
    next.put({ ...deed("c", 3), page: "2" });
    next.remove("b");
    expect(await next.takeOver()).toEqual([]);
    const last = ofPage("3");
    alive(last);
    expect(await last.takeOver()).toEqual([]);
    await crash();
    expect(keysOf(await last.takeOver())).toEqual(["a", "c"]);
  });

  it("is left alone while that page is alive, however long that says nothing, and taken over after a crash", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const other = ofPage("1");
    const crash = alive(other);
    other.put(deed("a"));
    vi.advanceTimersByTime(24 * 3_600_000);
    const next = ofPage("2");
    alive(next);
    expect(await next.takeOver()).toEqual([]);
    await crash();
    expect(keysOf(await next.takeOver())).toEqual(["a"]);
  });

  it("is another's while the browser keeps a page that it may show again", async () => {
    const left = ofPage("1");
    alive(left);
    left.put(deed("a"));
    window.dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true }));
    await tick();
    expect(keysOf(await ofPage("2").takeOver())).toEqual(["a"]);
  });

  it("is found by what pages have written where the browser has no locks", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const plain = (page: string) => new Outbox("ada", page, localStorage, null);
    const [left, crashed] = [plain("1"), plain("2")];
    left.put(deed("a"));
    crashed.put({ ...deed("b"), page: "2" });
    const stop = left.watch();
    expect(await plain("3").takeOver()).toEqual([]);
    window.dispatchEvent(new PageTransitionEvent("pagehide"));
    stop();
    expect(keysOf(await plain("3").takeOver())).toEqual(["a"]);
    vi.advanceTimersByTime(601_000);
    expect(keysOf(await plain("4").takeOver())).toContain("b");
  });

  it("is nobody else's, and gone when somebody else works in this browser", async () => {
    ofPage("1").put(deed("a"));
    const ben = new Outbox("ben", "2", localStorage, locks);
    expect(await ben.takeOver()).toEqual([]);
    ben.forgetOthers();
    expect(localStorage).toHaveLength(0);
  });

  it("is nothing once all is saved", () => {
    const outbox = ofPage("1");
    outbox.put(deed("a"));
    outbox.remove("a");
    expect(localStorage).toHaveLength(0);
  });

  it("is no harm where it cannot be read", async () => {
    localStorage.setItem(`bifocal-waiting/ada${ada}/1`, "{");
    localStorage.setItem(`bifocal-waiting/ada${ada}/2`, '{"deeds": 1}');
    expect(await ofPage("3").takeOver()).toEqual([]);
  });

  it("is told not to be kept where the browser forbids it", async () => {
    const all = renderHook(() => useAreKept()).result;
    const forbidden = vi.spyOn(window, "localStorage", "get").mockImplementation(() => {
      throw new DOMException("", "SecurityError");
    });
    const outbox = new Outbox("ada", "1", undefined, locks);
    forbidden.mockRestore();
    outbox.forgetOthers();
    expect(await outbox.takeOver()).toEqual([]);
    outbox.put(deed("a"));
    await vi.waitFor(() => expect(all.current).toBe(false));
    outbox.remove("a");
    await vi.waitFor(() => expect(all.current).toBe(true));
  });

  it("is lost to no full storage, which is told", async () => {
    ofPage("1").put(deed("a"));
    const kept = renderHook(() => useAreKept()).result;
    for (let size = 1 << 22, at = 0; size > 0; at += 1)
      try {
        localStorage.setItem(`full ${at}`, "x".repeat(size));
      } catch {
        size >>= 1;
      }
    const next = ofPage("2");
    expect(keysOf(await next.takeOver())).toEqual(["a"]);
    next.put({ ...deed("b"), page: "2" });
    expect(localStorage.getItem(`bifocal-waiting/ada${ada}/1`)).toContain('"a"');
    await vi.waitFor(() => expect(kept.current).toBe(false));
    localStorage.removeItem("full 0");
    next.put({ ...deed("b"), page: "2" });
    await vi.waitFor(() => expect(kept.current).toBe(true));
    expect(keysOf(await ofPage("3").takeOver())).toEqual(["b"]);
  });
});
