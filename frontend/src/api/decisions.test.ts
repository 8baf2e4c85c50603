import { describe, expect, it } from "vitest";
import { afterDecision } from "@/api/decisions";
import type { Finding } from "@/api/types";

const finding = (id: string, score: number) =>
  ({ id, number: 1, score, status: "suggested", rationale: "" }) as Finding;
const rows = [finding("a", 90), finding("b", 50), finding("c", 10)];

describe("afterDecision", () => {
  it("takes what was decided off the list of what is to decide", () => {
    const after = afterDecision(rows, { findings: ["a", "c"], status: "open" }, { status: "suggested" });
    expect(after.map(({ id }) => id)).toEqual(["b"]);
  });

  it("shows the new status and reason where the list is of all", () => {
    const [first] = afterDecision(rows, { findings: ["a"], status: "dismissed", reason: "Not here." }, {});
    expect(first).toMatchObject({ status: "dismissed", rationale: "Not here." });
  });

  it("brings back what was taken back, at its place", () => {
    const left = [finding("a", 90), finding("c", 10)];
    const after = afterDecision(
      left,
      { findings: ["b"], status: "suggested", rows: [{ ...finding("b", 50), status: "open" }] },
      { status: "suggested" },
    );
    expect(after.map(({ id }) => id)).toEqual(["a", "b", "c"]);
  });
});
