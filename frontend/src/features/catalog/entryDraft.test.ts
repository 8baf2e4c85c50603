import { expect, it } from "vitest";
import type { CatalogueCondition } from "@/api/knowledge";
import { NEW_ENTRY, rowOf } from "./entryDraft";

const isFact = (name: string) => name === "crosses_boundary";

it.each<[CatalogueCondition, object]>([
  [
    { on: "element", attribute: "autonomy", values: ["veto"], negated: false },
    { attribute: "autonomy", is: ["veto"] },
  ],
  [
    { on: "near", attribute: "monitored", values: [false], negated: true },
    { attribute: "monitored", not: [false], on: "near" },
  ],
  [{ on: "element", attribute: "crosses_boundary", values: [true], negated: false }, { fact: "crosses_boundary" }],
  [
    { on: "flow", attribute: "crosses_boundary", values: [true], negated: true },
    { fact: "crosses_boundary", is: [false], on: "flow" },
  ],
])("writes %j as files have it", (condition, row) => {
  expect(rowOf({ ...NEW_ENTRY, when: [condition] }, isFact).when).toEqual([row]);
});
