import { describe, expect, it } from "vitest";
import { groupedByDay, relativeTime } from "@/lib/time";

const now = Date.parse("2026-11-24T12:00:00Z");

describe("relativeTime", () => {
  it.each([
    ["2026-11-24T11:59:40Z", "just now"],
    ["2026-11-24T11:58:00Z", "2 minutes ago"],
    ["2026-11-24T09:00:00Z", "3 hours ago"],
    ["2026-11-23T12:00:00Z", "yesterday"],
    ["2026-11-26T12:00:00Z", "in 2 days"],
  ])("says of %s: %s", (at, words) => {
    expect(relativeTime(at, now)).toBe(words);
  });
});

describe("groupedByDay", () => {
  it("gives no group for no rows", () => {
    expect(groupedByDay([], String)).toEqual([]);
  });

  it("keeps the order and starts a group where the day changes", () => {
    const rows = ["2026-11-24T12:00:00", "2026-11-24T08:00:00", "2026-11-22T08:00:00"];
    expect(groupedByDay(rows, (row) => row).map((group) => group.rows.length)).toEqual([2, 1]);
  });
});
