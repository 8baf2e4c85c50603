import { describe, expect, it } from "vitest";
import { foundByName, itemsOf, type TreeNode } from "./nodes";

const leaf = (id: string, name: string): TreeNode => ({ id, name, children: [], isOpenAtFirst: false });
const roots: TreeNode[] = [
  {
    ...leaf("a", "Cloud"),
    isOpenAtFirst: true,
    children: [leaf("b", "Agent"), { ...leaf("c", "Chat"), children: [leaf("d", "to Agent")] }],
  },
  leaf("e", "Clock"),
];

describe("a tree as a list", () => {
  it("counts levels and places, and leaves out what is closed", () => {
    const items = itemsOf(roots, new Set());
    expect(
      items.map(({ node, level, position, siblings, isOpen }) => [node.id, level, position, siblings, isOpen]),
    ).toEqual([
      ["a", 1, 1, 2, true],
      ["b", 2, 1, 2, undefined],
      ["c", 2, 2, 2, false],
      ["e", 1, 2, 2, undefined],
    ]);
    expect(itemsOf(roots, new Set(["a"])).map(({ node }) => node.id)).toEqual(["a", "e"]);
    expect(itemsOf(roots, new Set(["c"])).map(({ node }) => node.id)).toEqual(["a", "b", "c", "d", "e"]);
  });

  it("is searched by the first letters, from the item in focus on and around the end", () => {
    const items = itemsOf(roots, new Set());
    expect(foundByName(items, 0, "c")).toBe(2);
    expect(foundByName(items, 2, "c")).toBe(3);
    expect(foundByName(items, 3, "c")).toBe(0);
    expect(foundByName(items, 3, "clo")).toBe(3);
    expect(foundByName(items, 0, "x")).toBeNull();
    expect(foundByName([], -1, "x")).toBeNull();
  });
});
