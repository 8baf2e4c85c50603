import { describe, expect, it } from "vitest";
import { atNames, isMeant, typedName } from "./mentions";

describe("a name being typed", () => {
  it.each([
    ["@", 1, { start: 0, query: "" }],
    ["Ask @Ad", 7, { start: 4, query: "Ad" }],
    ["Ask (@Ada Lo", 12, { start: 5, query: "Ada Lo" }],
    ["mail@example.com", 16, null],
    ["@Ada\nthen", 9, null],
    ["@Ada", 0, null],
    ["none", 4, null],
  ])("in %j before %i", (text, caret, found) => {
    expect(typedName(text, caret)).toEqual(found);
  });

  it("is meant by the beginning of any of its words", () => {
    expect(["", "ada", "LOVE", "ada lo", "ove"].map((query) => isMeant("Ada Lovelace", query))).toEqual([
      true,
      true,
      true,
      true,
      false,
    ]);
  });
});

describe("names in a text", () => {
  it("are found where they stand, the longer before the shorter", () => {
    expect(atNames("@Ada Lovelace and @Ada: @Bob?", ["Ada", "Ada Lovelace"])).toEqual([
      { text: "@Ada Lovelace", name: "Ada Lovelace" },
      { text: " and " },
      { text: "@Ada", name: "Ada" },
      { text: ": @Bob?" },
    ]);
  });

  it("are taken by the letter, whatever they mean to a pattern", () => {
    expect(atNames("@a.*b", [".*", "a.*b"])).toEqual([{ text: "@a.*b", name: "a.*b" }]);
  });
});
