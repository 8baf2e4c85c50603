import { expect, it } from "vitest";
import { trailOf } from "./trail";

const flow = (source: string, target: string) => ({ id: `${source}${target}`, source, target });
const at = (target: string, path: string[] = [], also: string[] = []) => ({ target, also, trace: { path } });
const FLOWS = [flow("a", "b"), flow("c", "b"), flow("a", "c"), flow("c", "d")];

it("goes along the flows between the stops, and against one where nothing leads along", () => {
  const trail = trailOf(at("c", ["a", "b", "c"]), FLOWS);
  expect(trail.elements).toEqual(["a", "b", "c"]);
  expect([...trail.flows]).toEqual(["ab", "cb"]);
  expect(trail.isWay).toBe(true);
});

it("shows where a finding without a way applies", () => {
  const trail = trailOf(at("a", [], ["c"]), FLOWS);
  expect(trail.elements).toEqual(["a", "c"]);
  expect(trail.flows.size).toBe(0);
  expect(trail.isWay).toBe(false);
});

it("brings the ends of a flow along", () => {
  const trail = trailOf(at("cd"), FLOWS);
  expect(trail.elements).toEqual(["c", "d"]);
  expect([...trail.flows]).toEqual(["cd"]);
});

it("shows what a person raised, who left no trace", () => {
  expect(trailOf({ target: "a", also: [], trace: null }, []).elements).toEqual(["a"]);
});
