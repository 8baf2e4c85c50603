import { expect, it } from "vitest";
import type { CatalogueCondition, Vocabulary } from "@/api/knowledge";
import { conditionInWords } from "./Conditions";

const vocabulary = {
  attributes: {
    monitored: { ask: "Would somebody notice?", value_labels: {} },
    origin: {
      ask: "Who made it?",
      value_labels: { in_house: "Ourselves", open_hub: "Somebody else, from an open hub" },
    },
  },
} as unknown as Vocabulary;

it.each<[CatalogueCondition, string]>([
  [{ on: "element", attribute: "monitored", values: [false], negated: false }, "Would somebody notice? No"],
  [
    { on: "near", attribute: "origin", values: ["in_house", "open_hub"], negated: true },
    "A neighbour: Who made it? Not: Ourselves, Somebody else, from an open hub",
  ],
  [
    { on: "element", attribute: "reached_by_untrusted", values: [true], negated: false },
    "Content from outside can reach it",
  ],
  [{ on: "element", attribute: "brand_new", values: ["some_value"], negated: false }, "Brand new Some value"],
])("says %j as %s", (condition, words) => {
  expect(conditionInWords(condition, vocabulary)).toBe(words);
});
