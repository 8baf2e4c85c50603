import { expect, it } from "vitest";
import { oneOf, word } from "@/app/search";

it.each([
  [undefined, undefined],
  ["", undefined],
  ["robot", "robot"],
  [2024, "2024"],
  [{ $ne: 1 }, undefined],
])("reads %j as %j", (value, expected) => {
  expect(word(value)).toBe(expected);
});

it("cuts what is too long", () => {
  expect(word("x".repeat(5_000))).toHaveLength(200);
});

it("accepts only what is allowed", () => {
  expect(oneOf(["a", "b"], "b")).toBe("b");
  expect(oneOf(["a", "b"], "<script>")).toBeUndefined();
});
