import { expect, it } from "vitest";
import { countsByTarget } from "./counts";

it("counts nothing for nothing", () => {
  expect(countsByTarget([]).size).toBe(0);
});

it("counts a finding once at its target and at everything that it also concerns", () => {
  const counts = countsByTarget([
    { source: "adversarial", target: "a", also: ["b", "a"] },
    { source: "unintended", target: "a", also: [] },
  ]);
  expect(counts.get("a")).toEqual({ adversarial: 1, unintended: 1 });
  expect(counts.get("b")).toEqual({ adversarial: 1, unintended: 0 });
});
