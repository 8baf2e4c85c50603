import { describe, expect, it } from "vitest";
import { formatBytes, matches, plural, wordsOf } from "@/lib/text";

describe("text", () => {
  it.each([
    [0, "0 flows"],
    [1, "1 flow"],
    [1200, "1,200 flows"],
  ])("counts %i as %s", (count, words) => {
    expect(plural(count, "flow", "flows")).toBe(words);
  });

  it.each([
    [12, "12 B"],
    [48_210, "48 kB"],
    [1_234_567, "1.2 MB"],
  ])("gives %i bytes as %s", (bytes, words) => {
    expect(formatBytes(bytes)).toBe(words);
  });

  it("turns a name into words", () => {
    expect(wordsOf("third_party_content")).toBe("Third party content");
  });

  it("finds words in any order and any case", () => {
    expect(matches("Customer-service assistant", "ASSIST cust")).toBe(true);
    expect(matches("Customer-service assistant", "robot")).toBe(false);
  });
});
