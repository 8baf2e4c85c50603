import type { Node } from "@xyflow/react";
import { describe, expect, it } from "vitest";
import { nodesMarked, nodesNow, nodesOf } from "./nodes";
import { shop } from "./testScenes";

const scene = shop();
const chosen = new Set(["agent", "till"]);
const moves = new Map([...chosen, "room"].map((id) => [id, [16, 8] as const]));

const placesOf = (nodes: readonly Node[]) =>
  Object.fromEntries(nodes.map(({ id, position: { x, y } }) => [id, `${x} ${y}`]));

describe("the boxes on the canvas", () => {
  it("move with the pointer near by", () => {
    const marked = nodesMarked(nodesOf(scene), chosen, new Set());
    const now = placesOf(nodesNow(marked, scene.boxes, { isFar: false, moves, sizing: null }));
    expect(now).toEqual({ shop: "0 0", room: "316 108", agent: "356 208", till: "56 208", mail: "800 200" });
  });

  it("stay the very same from afar, but for boundaries and what stands out", () => {
    const marked = nodesMarked(nodesOf(scene), chosen, new Set(["agent"]));
    const now = nodesNow(marked, scene.boxes, { isFar: true, moves, sizing: null });
    expect(placesOf(now)).toMatchObject({ room: "316 108", agent: "356 208", till: "40 200" });
    expect(now.filter((node, index) => node !== marked[index]).map(({ id }) => id)).toEqual(["room", "agent"]);
    expect(now.filter(({ selected }) => selected).map(({ id }) => id)).toEqual(["agent", "till"]);
  });
});
