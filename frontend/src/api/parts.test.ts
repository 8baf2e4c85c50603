import { describe, expect, it } from "vitest";
import { changed } from "@/api/parts";

describe("changed", () => {
  it("replaces plain fields", () => {
    expect(changed({ name: "old", note: "kept" }, { name: "new" })).toEqual({ name: "new", note: "kept" });
  });

  it("merges attributes, and marks what was set as the element's own", () => {
    const row = {
      attributes: { learning: "static" },
      effective_attributes: { learning: { value: "static", from: "own" }, monitored: { value: true, from: "system" } },
    };
    expect(changed(row, { attributes: { monitored: false } })).toEqual({
      attributes: { learning: "static", monitored: false },
      effective_attributes: { learning: { value: "static", from: "own" }, monitored: { value: false, from: "own" } },
    });
  });

  it("makes an attribute unknown again", () => {
    const row = {
      attributes: { learning: "static" },
      effective_attributes: { learning: { value: "static", from: "own" } },
    };
    expect(changed(row, { attributes: { learning: null } })).toEqual({ attributes: {}, effective_attributes: {} });
  });
});
