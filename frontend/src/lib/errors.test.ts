import { expect, it } from "vitest";
import { textOf } from "./errors";
import { messages } from "./messages";

it.each([
  [new Error("The name is taken."), "The name is taken."],
  [new TypeError("Failed to fetch"), messages.errors.unreachable],
  [new Error(""), messages.errors.unknown],
  [undefined, messages.errors.unknown],
])("says %s in words for people", (error, said) => {
  expect(textOf(error)).toBe(said);
});
