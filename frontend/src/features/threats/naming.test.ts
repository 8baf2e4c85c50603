import { expect, it } from "vitest";
import { around } from "./naming";

it("finds the name in a sentence", () => {
  expect(around("The Desk agent runs code", "Desk agent")).toEqual(["The ", "Desk agent", " runs code"]);
});

it("finds nothing in a sentence about something else, or about what has no name", () => {
  expect(around("It runs code", "Desk agent")).toBeNull();
  expect(around("It runs code", "")).toBeNull();
  expect(around("It runs code", undefined)).toBeNull();
});
