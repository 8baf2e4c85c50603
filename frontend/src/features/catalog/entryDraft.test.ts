import { expect, it } from "vitest";
import type { CatalogueCondition, CatalogueEntry } from "@/api/knowledge";
import { draftOf, NEW_ENTRY, rowOf } from "./entryDraft";

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

it("leaves out what nobody said, so that it can also be taken away", () => {
  const row = rowOf({ ...NEW_ENTRY, alone: " " }, isFact);
  expect([row.disturbance, row.pattern, row.alone, row.examples]).toEqual([null, null, null, null]);
});

it("gives back what it was made from", () => {
  const examples = [{ name: "A chatbot promises a refund", source: "AI Incident Database 639" }];
  const written = { ...NEW_ENTRY, disturbance: "content", pattern: "lone_review", alone: "Nobody wants it.", examples };
  const entry = { ...written, content: { references: [] } } as unknown as CatalogueEntry;
  expect(rowOf(draftOf(entry), isFact)).toEqual(written);
});
