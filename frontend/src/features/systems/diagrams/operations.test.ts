import { describe, expect, it } from "vitest";
import type { Create, Place } from "@/api/operations";
import { diagramsWith, inOrder, standingOf } from "@/api/standing";
import type { Diagram } from "@/api/types";
import { sceneOf } from "../canvas/scene";
import { element, shop } from "../canvas/testScenes";
import { blankDiagram, copiedDiagram, diagramOf, moveDiagram } from "./operations";

const diagram = (id: string, position: number) => ({ id, title: id, position }) as Diagram;
const row = [diagram("a", 0), diagram("b", 1), diagram("c", 2)];
const drawn = ({ placements = [] }: Place) => placements.map(({ element: id, boundary }) => id ?? boundary);

describe("a further diagram", () => {
  it("stands behind the others under a title of its own", () => {
    const { title, operations } = blankDiagram(row, shop(), "a");
    expect(title).toBe("a 2");
    expect(operations).toHaveLength(1);
    expect((operations[0] as Create).values).toEqual({ title: "a 2", position: 3 });
  });

  it("keeps the plain grid of the first one, which nobody had arranged, as its own", () => {
    const plain = sceneOf("d", { elements: [element("x")], boundaries: [], flows: [] }, { placements: [], flows: [] });
    const [, kept] = blankDiagram(row, plain, "b").operations as [Create, Place];
    expect([kept.diagram, drawn(kept)]).toEqual(["d", ["x"]]);
  });

  it("copies all that stands on one, with its bends", () => {
    const { id, operations } = copiedDiagram(row, shop(), "copy");
    const [, place] = operations as [Create, Place];
    expect([place.diagram, drawn(place).length, place.flows?.length]).toEqual([id, 5, 1]);
  });

  it("takes what is selected with what lies in it, and the bends between", () => {
    const [, place] = diagramOf(row, shop(), "room", new Set(["room", "mail"])).operations as [Create, Place];
    expect(drawn(place).toSorted()).toEqual(["agent", "mail", "room"]);
    expect(place.flows).toEqual([{ flow: "in", bends: [[700, 240]] }]);
  });
});

describe("the row of diagrams", () => {
  it("is renumbered where one moves, and only there", () => {
    const moved = moveDiagram(row, "c", 1).map((one) => ("id" in one ? [one.id, (one as Create).values.position] : []));
    expect(moved).toEqual([
      ["c", 1],
      ["b", 2],
    ]);
    expect(moveDiagram(row, "a", -1)).toEqual([]);
    expect(inOrder([diagram("z", 2), diagram("y", 0)]).map(({ id }) => id)).toEqual(["y", "z"]);
  });

  it("knows on which of them a part stands; a flow stands where both of its ends do", () => {
    const at = (id: string) => ({ element: id, x: 0, y: 0, width: 1, height: 1 });
    const standing = standingOf(row, [
      { placements: [at("x"), at("y")], flows: [] },
      { placements: [at("x")], flows: [] },
      undefined,
    ]);
    const flows = [{ id: "f", source: "x", target: "y" }];
    const on = (id: string) => diagramsWith(id, standing, flows).map(({ title }) => title);
    expect([on("x"), on("y"), on("f"), on("nobody")]).toEqual([["a", "b"], ["a"], ["a"], []]);
  });
});
