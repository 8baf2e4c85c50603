import { describe, expect, it } from "vitest";
import type { Boundary, Element, Flow } from "@/api/types";
import { outermostFirst } from "./boundaryColumns";
import { groupOf, moveInto } from "./regrouping";
import { treeOf } from "./treeOf";

const boundary = (id: string, parent: string | null = null) => ({ id, name: id, parent }) as Boundary;
const element = (id: string, home: string | null = null) => ({ id, name: id, boundary: home }) as Element;
const flow = (id: string, source: string, target: string) =>
  ({ id, name: "", source, target, bidirectional: false }) as Flow;
const model = {
  boundaries: [boundary("inner", "outer"), boundary("outer")],
  elements: [element("person"), element("agent", "outer"), element("store", "inner")],
  flows: [flow("asks", "person", "agent")],
};
type Shape = [string, Shape[]];
const shapeOf = (nodes: ReturnType<typeof treeOf>): Shape[] =>
  nodes.map(({ id, children }): Shape => [id, shapeOf([...children])]);

describe("the tree of a system", () => {
  it("holds boundaries, in them what lies in them, and flows under where they begin", () => {
    expect(shapeOf(treeOf(model))).toEqual([
      [
        "outer",
        [
          ["inner", [["store", []]]],
          ["agent", []],
        ],
      ],
      ["person", [["asks", []]]],
    ]);
  });

  it("holds everything once, also where boundaries lie in each other or in nothing that is known", () => {
    const ring = [boundary("one", "two"), boundary("two", "one")];
    const ids = JSON.stringify(shapeOf(treeOf({ boundaries: ring, elements: [element("lost", "gone")], flows: [] })));
    expect(ids.match(/"(one|two|lost)"/g)?.toSorted()).toEqual(['"lost"', '"one"', '"two"']);
  });

  it("is empty for nothing", () => {
    expect(treeOf({ boundaries: [], elements: [], flows: [] })).toEqual([]);
  });
});

describe("moving between boundaries", () => {
  it("leaves what lies in what is moved where it is, and refuses a boundary in itself", () => {
    expect(moveInto(model, new Set(["person", "inner", "store"]), "outer")).toEqual([
      { op: "change", type: "element", id: "person", values: { boundary: "outer" } },
    ]);
    expect(moveInto(model, new Set(["outer"]), "inner")).toBeNull();
    expect(moveInto(model, new Set(["outer"]), "outer")).toBeNull();
    expect(moveInto(model, new Set(["store"]), null)).toHaveLength(1);
  });

  it("groups where all of them lay", () => {
    const { id, operations } = groupOf(model, new Set(["agent", "inner"]), "inner");
    expect(operations[0]).toMatchObject({ op: "create", values: { name: "inner 2", parent: "outer" } });
    expect(operations.slice(1)).toEqual([
      { op: "change", type: "element", id: "agent", values: { boundary: id } },
      { op: "change", type: "boundary", id: "inner", values: { parent: id } },
    ]);
  });

  it("makes new boundaries before what lies in them", () => {
    const made = (id: string, parent: string | null) => ({ id, isNew: true, fields: { name: id, parent } });
    const ordered = outermostFirst([made("a", "b"), made("b", "c"), made("c", null), made("d", "known")]);
    expect(ordered.map(({ id }) => id)).toEqual(["c", "b", "a", "d"]);
  });
});
