import { describe, expect, it } from "vitest";
import type { Change, Place } from "@/api/operations";
import { flowsAfter, moveOperations, resizeOperations, withContents } from "./moving";
import { sceneOf } from "./scene";
import { boundary, element, shop } from "./testScenes";

const changes = (operations: readonly unknown[]) =>
  (operations as Change[]).filter(({ op }) => op === "change").map(({ id, values }) => [id, values]);

describe("moving", () => {
  it("takes along whatever lies in a boundary, and each only once", () => {
    const moves = withContents(shop(), new Map([["shop", [10, 0] as const]]));
    expect([...moves.keys()].toSorted()).toEqual(["agent", "room", "shop", "till"]);
    expect(moves.get("agent")).toEqual([10, 0]);
  });

  it("is one place for all, and no new home for what moves along", () => {
    const scene = shop();
    const operations = moveOperations(scene, withContents(scene, new Map([["room", [8, 8] as const]])));
    expect(operations).toHaveLength(1);
    const { placements = [] } = operations[0] as Place;
    expect(placements.map(({ element: id, boundary, x }) => [id ?? boundary, x])).toEqual([
      ["room", 308],
      ["agent", 348],
    ]);
  });

  it("finds a home for what is dropped: the deepest boundary, or none", () => {
    const scene = shop();
    expect(changes(moveOperations(scene, new Map([["mail", [-450, 0] as const]])))).toEqual([
      ["mail", { boundary: "room" }],
    ]);
    expect(changes(moveOperations(scene, new Map([["till", [0, 600] as const]])))).toEqual([
      ["till", { boundary: null }],
    ]);
    const moves = withContents(scene, new Map([["room", [0, 900] as const]]));
    expect(changes(moveOperations(scene, moves))).toEqual([["room", { parent: null }]]);
  });

  it("lets what lies around a dropped boundary grow, so that nothing sticks out", () => {
    const scene = shop();
    const model = { ...scene.model, boundaries: [...scene.model.boundaries, boundary("annex")] };
    const annex = { x: 2000, y: 0, width: 600, height: 400 };
    const placements = [...scene.boxes, ["annex", annex] as const].map(([id, box]) =>
      model.elements.some((one) => one.id === id) ? { element: id, ...box } : { boundary: id, ...box },
    );
    const drawn = sceneOf("d", model, { placements, flows: [] });
    const operations = moveOperations(drawn, new Map([["annex", [-2100, -50] as const]]));
    expect(changes(operations)).toEqual([["annex", { parent: "shop" }]]);
    const after = (operations[0] as Place).placements?.find((one) => one.boundary === "shop");
    expect(after).toEqual({ boundary: "shop", x: -124, y: -90, width: 724, height: 490 });
  });

  it("makes the larger of two boundaries a home, where both move and each lies around the other's middle", () => {
    const scene = sceneOf(
      "d",
      { boundaries: [boundary("inner"), boundary("outer")], elements: [], flows: [] },
      {
        placements: [
          { boundary: "inner", x: 100, y: 100, width: 200, height: 200 },
          { boundary: "outer", x: 0, y: 0, width: 400, height: 400 },
        ],
        flows: [],
      },
    );
    const moves = new Map(["inner", "outer"].map((id) => [id, [8, 0] as const]));
    expect(changes(moveOperations(scene, moves))).toEqual([["inner", { parent: "outer" }]]);
  });

  it("takes bends along when both ends move, and leaves them when one does", () => {
    const scene = shop();
    const both = new Map([
      ["mail", [8, 16] as const],
      ["agent", [8, 16] as const],
    ]);
    expect(flowsAfter(scene, both).get("in")?.bends).toEqual([[708, 256]]);
    expect(flowsAfter(scene, new Map([["agent", [0, 100] as const]])).get("in")?.bends).toEqual([[700, 240]]);
  });

  it("saves the places of all when nobody has arranged anything before", () => {
    const model = { elements: [element("a"), element("b")], boundaries: [], flows: [] };
    const scene = sceneOf("d", model, { placements: [], flows: [] });
    const [place] = moveOperations(scene, new Map([["b", [8, 0] as const]]));
    expect((place as Place).placements?.map(({ x }) => x)).toEqual([0, 224]);
  });

  it("takes in and lets go what a boundary gains and loses with its size", () => {
    const scene = shop();
    const wider = resizeOperations(scene, "shop", { x: 0, y: 0, width: 1000, height: 400 });
    expect(changes(wider)).toEqual([["mail", { boundary: "shop" }]]);
    const smaller = resizeOperations(scene, "room", { x: 300, y: 300, width: 260, height: 60 });
    expect(changes(smaller)).toEqual([["agent", { boundary: "shop" }]]);
  });
});
