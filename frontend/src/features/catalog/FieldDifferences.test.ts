import { expect, it } from "vitest";
import { shown } from "./FieldDifferences";

it.each([
  ["It slips.", "It slips."],
  [["agent", "tool"], "agent, tool"],
  [[], "–"],
  [null, "–"],
  [{ adversarial: "helps", unintended: "hurts" }, "Against threats: helps, Against hazards: hurts"],
  [
    [{ attribute: "monitored", is: [false] }, { fact: "crosses_boundary" }],
    "What is asked: monitored, Is: No; Fact: crosses_boundary",
  ],
])("shows %j as %s", (value, words) => {
  expect(shown(value)).toBe(words);
});
