import { describe, expect, it } from "vitest";
import type { Finding } from "@/api/types";
import { changesBetween, settledBy } from "./settling";

const asks = (object: string) => ({ object_type: "element", object, attribute: "monitored" });

function finding(id: string, certainty: Finding["certainty"], outdated = false, ...unknown: string[]): Finding {
  return { id, certainty, outdated, trace: { unknown: unknown.map((one) => ({ ...asks(one), ask: "?" })) } } as Finding;
}

describe("settledBy", () => {
  const waiting = [
    finding("t1", "possible", false, "a"),
    finding("t2", "possible", false, "a", "b"),
    finding("t3", "possible", true, "a"),
    finding("t4", "certain"),
  ];
  const nothingSaid = () => false;

  it("counts what has nothing unknown left, and what at least gets nearer", () => {
    expect(settledBy([asks("a")], waiting, nothingSaid)).toEqual({ settled: 1, borneOn: 2 });
    expect(settledBy([asks("a"), asks("b")], waiting, nothingSaid)).toEqual({ settled: 2, borneOn: 2 });
    expect(settledBy([], waiting, nothingSaid)).toEqual({ settled: 0, borneOn: 0 });
  });

  it("does not ask again for what somebody has said since", () => {
    expect(settledBy([asks("a")], waiting, ({ object }) => object === "b")).toEqual({ settled: 2, borneOn: 2 });
  });
});

describe("changesBetween", () => {
  it("tells what became certain, what no longer applies, and what is new", () => {
    const before = [finding("t1", "possible"), finding("t2", "possible"), finding("t3", "certain")];
    const after = [
      finding("t1", "certain"),
      finding("t2", "possible", true),
      finding("t3", "certain"),
      finding("h4", "certain"),
    ];
    expect(changesBetween(before, after)).toEqual({ certain: 1, gone: 1, added: 1 });
  });

  it("does not count what somebody decided, or what had gone before", () => {
    const before = [finding("t1", "possible"), finding("t2", "possible", true)];
    expect(changesBetween(before, [finding("t2", "possible", true)])).toEqual({ certain: 0, gone: 0, added: 0 });
  });

  it("counts as new what applies again", () => {
    expect(changesBetween([finding("t1", "possible", true)], [finding("t1", "possible")]).added).toBe(1);
  });
});
