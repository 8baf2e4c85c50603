import { describe, expect, it } from "vitest";
import { labelsOf } from "./labels";

describe("labelsOf", () => {
  it("has nothing to say about no lines and lines without names", () => {
    expect(labelsOf([], [])).toEqual([]);
    expect(
      labelsOf(
        [
          {
            name: "",
            points: [
              [0, 0],
              [100, 0],
            ],
          },
        ],
        [],
      ),
    ).toEqual([null]);
  });

  it("stands above the middle of a level line", () => {
    expect(
      labelsOf(
        [
          {
            name: "order",
            points: [
              [0, 50],
              [100, 50],
            ],
          },
        ],
        [],
      ),
    ).toEqual([{ x: 50, y: 46, anchor: "middle", text: "order" }]);
  });

  it("stands beside an upright line", () => {
    expect(
      labelsOf(
        [
          {
            name: "order",
            points: [
              [50, 0],
              [50, 100],
            ],
          },
        ],
        [],
      )[0],
    ).toMatchObject({ x: 55, anchor: "start" });
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
    const box = { x: 1, y: 0, width: 200, height: 280 };
    expect(labelsOf([line], [box])[0]).toMatchObject({ anchor: "middle", x: 50 });
  });

  it("keeps two names apart", () => {
    const line = {
      name: "question",
      points: [
        [0, 50],
        [100, 50],
      ] as [number, number][],
    };
    const [one, other] = labelsOf([line, line], []);
    expect(one?.y).not.toBe(other?.y);
  });

  it("cuts a name that its line has no room for", () => {
    expect(
      labelsOf(
        [
          {
            name: "a very long name of a flow",
            points: [
              [0, 0],
              [80, 0],
            ],
          },
        ],
        [],
      )[0]?.text,
    ).toMatch(/…$/);
  });
});
