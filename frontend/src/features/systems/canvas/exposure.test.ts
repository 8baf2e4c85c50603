import { expect, it } from "vitest";
import { exposureOf } from "./exposure";
import { boundary, element, flow } from "./testScenes";

const said = (value: unknown) => ({ effective_attributes: { untrusted_content: { value, from: "own" } } }) as never;

it("finds nothing in nothing", () => {
  const { crossing, reached, carrying } = exposureOf({ elements: [], boundaries: [], flows: [] });
  expect([crossing.size, reached.size, carrying.size]).toEqual([0, 0, 0]);
});

it("follows content from outside along flows until something takes none of it", () => {
  const found = exposureOf({
    boundaries: [boundary("net", null, "untrusted"), boundary("inner", "net")],
    elements: [
      element("mail", "inner"),
      element("agent"),
      element("filter", null, said(false)),
      element("model"),
      element("tool"),
    ],
    flows: [
      flow("a", "mail", "agent"),
      flow("b", "agent", "filter"),
      flow("c", "filter", "model"),
      flow("d", "tool", "agent", { bidirectional: true }),
    ],
  });
  expect([...found.crossing]).toEqual(["a"]);
  expect([...found.reached].toSorted()).toEqual(["agent", "mail", "tool"]);
  expect([...found.carrying].toSorted()).toEqual(["a", "d"]);
});

it("begins also where a flow is said to carry it, and ends where one is said not to", () => {
  const elements = [element("a"), element("b"), element("c")];
  const flows = [
    flow("in", "a", "b", { attributes: { untrusted_content: true } }),
    flow("on", "b", "c", { attributes: { untrusted_content: false } }),
  ];
  const found = exposureOf({ boundaries: [], elements, flows });
  expect([...found.reached]).toEqual(["b"]);
  expect([...found.carrying]).toEqual(["in"]);
});
