import { describe, expect, it } from "vitest";
import type { Counterpart, Finding } from "@/api/types";
import { acrossFrom, afterLeaving, counterpartOf, laneRows, readingOrder, stepFrom } from "./lanes";

/** "t1" is a threat, "h1" a hazard; `others` are the findings at the other ends of its links. */
function finding(id: string, others: string[] = []): Finding {
  const source = id.startsWith("t") ? "adversarial" : "unintended";
  const counterparts = others.map((other) => ({
    finding: other,
    source: other.startsWith("t") ? "adversarial" : "unintended",
    relation: "also-unintended",
  })) as Counterpart[];
  return { id, source, counterparts } as Finding;
}

const shape = (findings: Finding[]) =>
  laneRows(findings).map((row) => `${row.adversarial?.id ?? "-"}${row.link ? "=" : " "}${row.unintended?.id ?? "-"}`);

describe("laneRows", () => {
  it("has no rows for no findings", () => {
    expect(shape([])).toEqual([]);
  });

  it("joins counterparts in one row, whichever comes first", () => {
    expect(shape([finding("h1", ["t1"]), finding("t1", ["h1"])])).toEqual(["t1=h1"]);
  });

  it("lets findings without counterpart stand side by side without joining them", () => {
    expect(shape([finding("t1"), finding("t2"), finding("h1")])).toEqual(["t1 h1", "t2 -"]);
  });

  it("keeps the best first in each lane", () => {
    expect(shape([finding("t1"), finding("h1", ["t2"]), finding("t2", ["h1"]), finding("h2")])).toEqual([
      "t1 h2",
      "t2=h1",
    ]);
  });

  it("gives a finding with two counterparts to the first of them", () => {
    expect(shape([finding("t1", ["h1", "h2"]), finding("h1", ["t1"]), finding("h2", ["t1"])])).toEqual([
      "t1=h1",
      "- h2",
    ]);
  });

  it("does not look for a counterpart that is decided on already", () => {
    expect(shape([finding("t1", ["h9"])])).toEqual(["t1 -"]);
  });
});

describe("moving", () => {
  const rows = laneRows([finding("t1", ["h1"]), finding("h1", ["t1"]), finding("t2"), finding("t3")]);
  const order = readingOrder(rows);

  it("goes through both lanes in turn", () => {
    expect(order.map(({ id }) => id)).toEqual(["t1", "h1", "t2", "t3"]);
    expect(stepFrom(order, "t1", 1)).toBe("h1");
    expect(stepFrom(order, "t3", 1)).toBe("t3");
    expect(stepFrom(order, null, 1)).toBe("t1");
    expect(stepFrom([], null, 1)).toBeNull();
  });

  it("crosses to the other lane at the same height, or above", () => {
    expect(acrossFrom(rows, "t1", "unintended")).toBe("h1");
    expect(acrossFrom(rows, "t3", "unintended")).toBe("h1");
  });

  it("jumps to the counterpart that waits here too, and nowhere without one", () => {
    expect(counterpartOf(order, "h1")).toBe("t1");
    expect(counterpartOf(order, "t2")).toBeNull();
    expect(counterpartOf(order, null)).toBeNull();
    expect(counterpartOf([finding("t9", ["h8"])], "t9")).toBeNull();
  });

  it("goes on with the next after one is decided, and back at the end", () => {
    expect(afterLeaving(order, ["h1"])).toBe("t2");
    expect(afterLeaving(order, ["t2", "t3"])).toBe("h1");
    expect(afterLeaving(order, ["t1", "h1", "t2", "t3"])).toBeNull();
  });
});
