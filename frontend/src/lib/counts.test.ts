import { expect, it } from "vitest";
import { countOf, countsByTarget, isAbout } from "./counts";

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

it("counts one finding in a boundary once, however many parts of it that concerns", () => {
  const ids = new Set(["a", "b"]);
  const findings = [
    { source: "adversarial", target: "a", also: ["b"] },
    { source: "unintended", target: "c", also: ["b"] },
    { source: "unintended", target: "c", also: [] },
  ] as const;
  expect(countOf(findings.filter((finding) => isAbout(finding, ids)))).toEqual({ adversarial: 1, unintended: 1 });
});
