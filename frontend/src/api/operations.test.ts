import { describe, expect, it } from "vitest";
import { arrangementAfter, changed, type Operation, rowsAfter } from "@/api/operations";

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

const rows = [
  { id: "a", version: 1, name: "Agent", boundary: "zone" },
  { id: "b", version: 3, name: "Tool", boundary: null },
] as never[];

describe("rowsAfter", () => {
  it("gives the very same rows where nothing is about them", () => {
    const place: Operation = { op: "place", diagram: "d" };
    expect(rowsAfter("elements", rows, [place, { op: "delete", type: "flow", id: "a" }])).toBe(rows);
  });

  it("adds, changes and removes in the order of the operations", () => {
    const after = rowsAfter("elements", rows, [
      { op: "create", type: "element", id: "c", values: { name: "New", kind: "agent" } },
      { op: "change", type: "element", id: "c", values: { name: "Newer" } },
      { op: "delete", type: "element", id: "b" },
    ]);
    expect(after.map(({ id, name }) => [id, name])).toEqual([
      ["a", "Agent"],
      ["c", "Newer"],
    ]);
    expect(after[1]).toMatchObject({ boundary: null, attributes: {}, version: 1 });
  });

  it("lets flows go with their ends, and what lay in a boundary lie nowhere", () => {
    const flows = [{ id: "f", source: "a", target: "b" }] as never[];
    expect(rowsAfter("flows", flows, [{ op: "delete", type: "element", id: "b" }])).toEqual([]);
    const after = rowsAfter("elements", rows, [{ op: "delete", type: "boundary", id: "zone" }]);
    expect(after.map(({ boundary }) => boundary)).toEqual([null, null]);
  });
});

describe("arrangementAfter", () => {
  it("moves, adds and takes away, on this diagram alone", () => {
    const box = { x: 0, y: 0, width: 10, height: 10 };
    const before = {
      placements: [
        { element: "a", ...box },
        { boundary: "z", ...box },
      ],
      flows: [],
    };
    const place: Operation = {
      op: "place",
      diagram: "d",
      placements: [{ element: "a", ...box, x: 5 }],
      flows: [{ flow: "f", bends: [[1, 2]] }],
      gone: ["z"],
    };
    expect(arrangementAfter("other", before, [place])).toBe(before);
    expect(arrangementAfter("d", before, [place])).toEqual({
      placements: [{ element: "a", ...box, x: 5 }],
      flows: [{ flow: "f", bends: [[1, 2]] }],
    });
  });
});
