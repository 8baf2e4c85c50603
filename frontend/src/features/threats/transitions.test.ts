import { expect, it } from "vitest";
import { needsReason, nextStatuses } from "./transitions";

it("lets only what an engine suggested go back to being a suggestion", () => {
  expect(nextStatuses({ status: "open", raised_by: "engine" })).toContain("suggested");
  expect(nextStatuses({ status: "open", raised_by: "person" })).not.toContain("suggested");
  expect(nextStatuses({ status: "resolved", raised_by: "engine" })).not.toContain("suggested");
});

it("asks for a reason where a reader of the report would", () => {
  expect(needsReason("dismissed")).toBe(true);
  expect(needsReason("accepted")).toBe(true);
  expect(needsReason("treating")).toBe(false);
});
