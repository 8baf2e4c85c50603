import { describe, expect, it } from "vitest";
import { type Box, lineBetween, pathOf } from "./geometry";

const box = (x: number, y: number): Box => ({ x, y, width: 100, height: 60 });

describe("lineBetween", () => {
  it("is level between boxes side by side", () => {
    expect(lineBetween(box(0, 0), box(200, 0), [])).toEqual([
      [100, 30],
      [200, 30],
    ]);
  });

  it("is upright between boxes one above the other", () => {
    expect(lineBetween(box(0, 0), box(0, 200), [])).toEqual([
      [50, 60],
      [50, 200],
    ]);
  });

  it("leaves and enters at the edges when the boxes stand askew", () => {
    const [start, end] = lineBetween(box(0, 0), box(300, 300), []);
    expect(start?.[1]).toBe(60);
    expect(end?.[1]).toBe(300);
  });

  it("moves aside for a second flow between the same boxes", () => {
    expect(lineBetween(box(0, 0), box(200, 0), [], 1)).toEqual([
      [100, 44],
      [200, 44],
    ]);
  });

  it("goes through its bends, square to the boxes", () => {
    expect(lineBetween(box(0, 0), box(200, 200), [[250, 30]])).toEqual([
      [100, 30],
      [250, 30],
      [250, 200],
    ]);
  });

  it("leads back to its own box in a loop", () => {
    const own = box(0, 0);
    expect(lineBetween(own, own, [])).toHaveLength(5);
  });
});

describe("pathOf", () => {
  it("is empty for no points", () => {
    expect(pathOf([])).toBe("");
  });

  it("rounds the corners between the ends", () => {
    expect(
      pathOf([
        [0, 0],
        [100, 0],
        [100, 100],
      ]),
    ).toBe("M0 0L93 0Q100 0 100 7L100 100");
  });
});
