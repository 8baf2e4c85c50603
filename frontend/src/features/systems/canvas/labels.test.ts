import { describe, expect, it } from "vitest";
import { labelsOf as placed, type Surroundings } from "./labels";
import { ELLIPSIS } from "./lettering";
import { Obstacles } from "./obstacles";

const NOTHING: Surroundings = { cards: [], boundaries: [], signs: [] };
const labelsOf = (...given: Parameters<typeof placed>) => placed(...given).map((found) => found && found.label);
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
    expect(labelsOf([level("order")], NOTHING)).toEqual([
      { x: 50, y: 42, anchor: "middle", lines: ["order"], isCut: false },
    ]);
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
      "people, totes,",
      "places",
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

  const fence = [20, 40, 60, 80].map((x) => ({
    name: "",
    points: [
      [x, 0],
      [x, 100],
    ] as [number, number][],
  }));

  it("is shortened rather than across a line, and across a line rather than nowhere", () => {
    const sides = [-100, 104].map((x) => ({ x, y: 0, width: 96, height: 100 }));
    const [cut] = labelsOf([level("documentation"), ...fence.slice(2)], { ...NOTHING, cards: sides });
    expect(cut).toMatchObject({ isCut: true });
    expect(cut?.lines.at(-1)?.endsWith(ELLIPSIS)).toBe(true);
    expect(labelsOf([level("order"), ...fence], NOTHING)[0]).not.toBeNull();
    const cards = [{ x: -50, y: 0, width: 200, height: 100 }];
    expect(labelsOf([level("order")], { ...NOTHING, cards })[0]).not.toBeNull();
  });

  it("shows a name of 80 letters on a line of 320, in lines of its own or shortened", () => {
    const words = "names, addresses and everything else that the customer has told us in the past";
    expect(labelsOf([level(words, 320)], NOTHING)[0]?.lines.join(" ")).toBe(words);
    const [one] = labelsOf([level("x".repeat(200), 320)], NOTHING);
    expect(one).toMatchObject({ isCut: true });
    expect(one?.lines.length).toBeLessThanOrEqual(3);
  });

  it("keeps off its own line where that slants", () => {
    const points = [
      [0, 0],
      [300, 180],
    ] as [number, number][];
    const [found] = placed([{ name: "what has been ordered", points }], NOTHING);
    const line = new Obstacles();
    line.addLine(points);
    expect(found && line.isHit(found.box)).toBe(false);
  });
});

it("looks past a box that is larger than any picture", () => {
  const all = new Obstacles();
  all.add({ x: -1e6, y: -1e6, width: 2e6, height: 2e6 });
  all.addLine([
    [3e6, 0],
    [3e60, 5],
  ]);
  expect(all.isHit({ x: 5, y: 5, width: 10, height: 10 })).toBe(true);
  expect(all.isHit({ x: 2e6, y: 5, width: 10, height: 10 })).toBe(false);
});
