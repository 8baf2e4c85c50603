import { describe, expect, it } from "vitest";
import { linesOf, nameSizeOf } from "./lettering";

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
});
