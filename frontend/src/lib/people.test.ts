import { describe, expect, it } from "vitest";
import { hueOf, initialsOf } from "./people";

describe("initials", () => {
  it.each([
    ["Ada King Lovelace", "AL"],
    ["ada", "A"],
    ["  Émile  Zola ", "ÉZ"],
    ["𝒜da 李", "𝒜李"],
    ["", ""],
  ])("of %s are %s", (name, initials) => expect(initialsOf(name)).toBe(initials));
});

it("gives a person the same of six hues each time", () => {
  expect(hueOf("3f")).toBe(hueOf("3f"));
  expect(new Set([..."abcdefghijkl"].map(hueOf)).size).toBe(6);
});
