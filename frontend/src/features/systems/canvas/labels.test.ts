import { describe, expect, it } from "vitest";
import { labelsOf, type Surroundings } from "./labels";

const NOTHING: Surroundings = { cards: [], boundaries: [], titles: [] };
const level = (name: string, width = 100) => ({
  name,
  points: [
    [0, 50],
    [width, 50],
  ] as [number, number][],
});
const upright = (name: string) => ({
  name,
  points: [
    [50, 0],
    [50, 100],
  ] as [number, number][],
});

describe("labelsOf", () => {
  it("has nothing to say about no lines and lines without names", () => {
    expect(labelsOf([], NOTHING)).toEqual([]);
    expect(labelsOf([level("")], NOTHING)).toEqual([null]);
  });

  it("stands above the middle of a level line", () => {
    expect(labelsOf([level("order")], NOTHING)).toEqual([{ x: 50, y: 42, anchor: "middle", lines: ["order"] }]);
  });

  it("stands beside an upright line", () => {
    expect(labelsOf([upright("order")], NOTHING)[0]).toMatchObject({ x: 55, anchor: "start" });
  });

  it("goes to the other side of an upright line where the first one is taken", () => {
    const cards = [{ x: 53, y: 0, width: 200, height: 100 }];
    expect(labelsOf([upright("order")], { ...NOTHING, cards })[0]).toMatchObject({ x: 45, anchor: "end" });
  });

  it("takes a shorter piece rather than lie under a box", () => {
    const line = {
      name: "order",
      points: [
        [0, 0],
        [0, 300],
        [100, 300],
      ] as [number, number][],
    };
    const cards = [{ x: -200, y: 0, width: 400, height: 280 }];
    expect(labelsOf([line], { ...NOTHING, cards })[0]).toMatchObject({ anchor: "middle", x: 50 });
  });

  it("keeps two names apart", () => {
    const [one, other] = labelsOf([level("question"), level("question")], NOTHING);
    expect(one?.y).not.toBe(other?.y);
  });

  it("breaks a name into even lines where it is wider than what is free", () => {
    const cards = [
      { x: -100, y: 0, width: 96, height: 100 },
      { x: 104, y: 0, width: 96, height: 100 },
    ];
    expect(labelsOf([level("people, totes, places")], { ...NOTHING, cards })[0]?.lines).toEqual([
      "people,",
      "totes, places",
    ]);
  });

  it("keeps clear of lines that belong to others", () => {
    const across = {
      name: "",
      points: [
        [50, 0],
        [50, 49],
      ] as [number, number][],
    };
    const [label] = labelsOf([level("order"), across], NOTHING);
    expect(label?.y).toBeGreaterThan(50);
  });

  it("stands across a line rather than nowhere, and nowhere rather than on a box", () => {
    const fence = [20, 40, 60, 80].map((x) => ({
      name: "",
      points: [
        [x, 0],
        [x, 100],
      ] as [number, number][],
    }));
    expect(labelsOf([level("order"), ...fence], NOTHING)[0]).not.toBeNull();
    const cards = [{ x: -50, y: 0, width: 200, height: 100 }];
    expect(labelsOf([level("order")], { ...NOTHING, cards })).toEqual([null]);
  });
});
