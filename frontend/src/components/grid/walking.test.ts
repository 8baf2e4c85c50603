import { describe, expect, it } from "vitest";
import { rangeBetween, walked } from "./walking";

const SIZE = { rows: 100, columns: 5, page: 20 };

describe("keys in a table", () => {
  it.each([
    ["ArrowDown", false, [3, 2], [4, 2]],
    ["ArrowUp", false, [0, 2], [-1, 2]],
    ["ArrowUp", false, [-1, 2], [-1, 2]],
    ["ArrowRight", false, [3, 4], [3, 4]],
    ["Home", false, [3, 2], [3, 0]],
    ["End", true, [3, 2], [99, 4]],
    ["Home", true, [-1, 2], [0, 0]],
    ["PageDown", false, [90, 1], [99, 1]],
    ["PageUp", false, [10, 1], [0, 1]],
    ["ArrowDown", true, [3, 1], [99, 1]],
  ])("%s, far: %s, from %j to %j", (key, isFar, [row = 0, column = 0], [toRow, toColumn]) => {
    expect(walked({ row, column }, key, isFar, SIZE)).toEqual({ row: toRow, column: toColumn });
  });

  it("lead nowhere where they mean something else", () => {
    expect(walked({ row: 0, column: 0 }, "a", false, SIZE)).toBeNull();
  });

  it("select between two corners and never the titles", () => {
    expect(rangeBetween({ row: 4, column: 1 }, { row: -1, column: 3 })).toEqual({
      top: 0,
      bottom: 4,
      first: 1,
      last: 3,
    });
  });
});
