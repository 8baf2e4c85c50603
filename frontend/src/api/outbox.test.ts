import { beforeEach, describe, expect, it, vi } from "vitest";
import { Outbox, type WaitingDeed } from "@/api/outbox";

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

beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

describe("what a page leaves behind", () => {
  it("is taken over once, in order, by the next page of the same person", () => {
    const left = new Outbox("ada", "1");
    const stop = left.watch();
    left.put(deed("b"));
    left.put(deed("a"));
    window.dispatchEvent(new Event("pagehide"));
    stop();
    const next = new Outbox("ada", "2");
    expect(keysOf(next.takeOver())).toEqual(["b", "a"]);
    expect(keysOf(next.takeOver())).toEqual([]);
    expect(keysOf(new Outbox("ada", "3").takeOver())).toEqual([]);
  });

  it("is left alone while that page is alive, and taken over after a crash", () => {
    const other = new Outbox("ada", "1");
    const stop = other.watch();
    other.put(deed("a"));
    vi.advanceTimersByTime(60_000);
    expect(new Outbox("ada", "2").takeOver()).toEqual([]);
    stop();
    vi.advanceTimersByTime(91_000);
    expect(keysOf(new Outbox("ada", "2").takeOver())).toEqual(["a"]);
  });

  it("is nobody else's, and gone when somebody else works in this browser", () => {
    new Outbox("ada", "1").put(deed("a"));
    vi.advanceTimersByTime(91_000);
    const ben = new Outbox("ben", "2");
    expect(ben.takeOver()).toEqual([]);
    ben.forgetOthers();
    expect(localStorage).toHaveLength(0);
  });

  it("is nothing once all is saved", () => {
    const outbox = new Outbox("ada", "1");
    outbox.put(deed("a"));
    outbox.remove("a");
    expect(localStorage).toHaveLength(0);
  });

  it("is no harm where it cannot be read", () => {
    localStorage.setItem("bifocal-waiting/ada/1", "{");
    localStorage.setItem("bifocal-waiting/ada/2", '{"deeds": 1}');
    expect(new Outbox("ada", "3").takeOver()).toEqual([]);
  });
});
