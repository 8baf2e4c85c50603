import { describe, expect, it } from "vitest";
import type { Boundary, Element, Flow } from "@/api/types";
import { type Model, sceneOf } from "./scene";

const element = (id: string) => ({ id, name: id, boundary: null }) as Element;
const flow = (id: string, source: string, target: string) => ({ id, name: "", source, target }) as Flow;
const boundary = (id: string, parent: string | null) => ({ id, name: id, parent }) as Boundary;
const at = (id: string, x: number) => ({ element: id, x, y: 0, width: 100, height: 60 });

const drawingOf = (model: Model, arrangement: Parameters<typeof sceneOf>[2]) => sceneOf("d", model, arrangement);

describe("sceneOf", () => {
  it("draws nothing of nothing", () => {
    const drawing = drawingOf({ elements: [], boundaries: [], flows: [] }, { placements: [], flows: [] });
    expect(drawing).toMatchObject({ elements: [], boundaries: [], flows: [], missing: [], isArranged: false });
  });

  it("puts elements on a grid while nobody has arranged them", () => {
    const drawing = drawingOf(
      { elements: [element("a"), element("b")], boundaries: [], flows: [flow("f", "a", "b")] },
      { placements: [], flows: [] },
    );
    expect(drawing.elements.map(({ box }) => box.x)).toEqual([0, 216]);
    expect(drawing.flows).toHaveLength(1);
  });

  it("counts elements without a place, and leaves out their flows", () => {
    const model = { elements: [element("a"), element("b")], boundaries: [], flows: [flow("f", "a", "b")] };
    const drawing = drawingOf(model, { placements: [at("a", 0)], flows: [] });
    expect(drawing.missing.map(({ id }) => id)).toEqual(["b"]);
    expect(drawing.flows).toEqual([]);
  });

  it("keeps two flows between the same elements apart", () => {
    const model = {
      elements: [element("a"), element("b")],
      boundaries: [],
      flows: [flow("f", "a", "b"), flow("g", "b", "a")],
    };
    const paths = drawingOf(model, { placements: [at("a", 0), at("b", 200)], flows: [] }).flows.map(({ path }) => path);
    expect(paths).toEqual(["M100 23L200 23", "M200 37L100 37"]);
  });

  it("knows how deep a boundary lies, even in a ring", () => {
    const boundaries = [boundary("outer", null), boundary("inner", "outer"), boundary("x", "y"), boundary("y", "x")];
    const placements = boundaries.map(({ id }) => ({ boundary: id, x: 0, y: 0, width: 10, height: 10 }));
    const depths = drawingOf({ elements: [], boundaries, flows: [] }, { placements, flows: [] }).boundaries.map(
      ({ depth }) => depth,
    );
    expect(depths.slice(0, 2)).toEqual([0, 1]);
  });
});
