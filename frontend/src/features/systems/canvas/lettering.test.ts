import { describe, expect, it } from "vitest";
import { ELLIPSIS, fittedLines, linesOf, nameSizeOf, widthOf } from "./lettering";

describe("linesOf", () => {
  it("breaks between words only", () => {
    expect(linesOf("a word", 200, 1)).toEqual(["a word"]);
    expect(linesOf("unbreakable", 20, 9)).toBeNull();
  });

  it("gives up when there would be a line too many", () => {
    expect(linesOf("one two three four", 40, 2)).toBeNull();
  });

  it("makes lines of about one length", () => {
    expect(linesOf("weights and test scores", 140, 2)).toEqual(["weights and", "test scores"]);
  });
});

describe("nameSizeOf", () => {
  it("is large for short names and smaller for long ones", () => {
    expect(nameSizeOf("Desk agent", 116)).toBe(16);
    expect(nameSizeOf("Recommendations", 116)).toBeLessThan(16);
    expect(nameSizeOf("Antidisestablishmentarianism", 116)).toBe(12);
  });

  it("is as small as three lines need to stay within the card", () => {
    expect(nameSizeOf("Hosted language model", 116)).toBe(14.5);
    expect(nameSizeOf("Hosted language model", 116, 96)).toBe(16);
  });
});

describe("fittedLines", () => {
  it("breaks words that are too long, and cuts what is left with an ellipsis", () => {
    expect(fittedLines("a word", 200, 1)).toEqual(["a word"]);
    const lines = fittedLines("x".repeat(200), 100, 3);
    expect(lines).toHaveLength(3);
    expect(lines.at(-1)?.endsWith(ELLIPSIS)).toBe(true);
    expect(lines.every((line) => widthOf(line) <= 100)).toBe(true);
  });

  it("breaks between words where it can, and never within what is one letter to the eye", () => {
    expect(fittedLines("one two three", 60, 3)).toEqual(["one two", "three"]);
    expect(fittedLines("👩‍👩‍👧".repeat(9), 30, 1)[0]?.startsWith("👩‍👩‍👧")).toBe(true);
  });
});
