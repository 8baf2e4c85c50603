import { describe, expect, it } from "vitest";
import { Problem } from "@/api/problems";
import { conflictsOf, errorsOf, type Refusal, textsOf, withoutConflicts, withoutVersions } from "@/api/refusals";

const conflict = (field: string) => ({ field, yours: "mine", theirs: "theirs", by: "Ada" });
const refusal = (...fields: string[]): Refusal => ({
  key: "k",
  workspace: "w",
  system: "s",
  words: "Move",
  isSent: true,
  page: "p",
  at: 0,
  operations: [
    {
      op: "change",
      type: "element",
      id: "a",
      version: 3,
      values: { name: "mine", attributes: { one: "1", two: "2" } },
    },
    { op: "place", diagram: "d", placements: [] },
    { op: "delete", type: "flow", id: "f", version: 1 },
  ],
  problem: new Problem(409, { conflicts: fields.map(conflict) }),
});

describe("a refusal", () => {
  it("names the part and the field of each conflict", () => {
    const found = conflictsOf(refusal("operations[0].name", "operations[0].attributes.two"));
    expect(found.map(({ part, field }) => [part, field])).toEqual([
      ["a", "name"],
      ["a", "attributes.two"],
    ]);
  });

  it("leaves the rest when the others keep theirs", () => {
    expect(withoutConflicts(refusal("operations[0].name", "operations[0].attributes.two"))).toEqual([
      { op: "change", type: "element", id: "a", version: 3, values: { attributes: { one: "1" } } },
      { op: "place", diagram: "d", placements: [] },
      { op: "delete", type: "flow", id: "f", version: 1 },
    ]);
    expect(withoutConflicts(refusal("operations[2].name"))).toHaveLength(2);
  });

  it("keeps what was typed, also as an answer", () => {
    expect(textsOf(refusal())).toEqual(["mine", "1", "2"]);
  });

  it("forgets versions when mine is to win, and only where I was told of theirs", () => {
    expect(withoutVersions(refusal("operations[0].name"))).toMatchObject([{ version: undefined }, {}, { version: 1 }]);
  });

  it("names what is wrong with which part, also with one that is new", () => {
    const made = { op: "create", type: "element", id: "n", values: { name: "Shelf" } } as const;
    const errors = { "operations[0].values.name": ["Too long."], "operations[1].values.kind": ["Not", "known."] };
    const wrong = { ...refusal(), operations: [...refusal().operations.slice(0, 1), made] };
    expect(errorsOf({ ...wrong, problem: new Problem(400, { errors }) })).toEqual([
      { part: "a", name: "", field: "name", text: "Too long." },
      { part: "n", name: "Shelf", field: "kind", text: "Not known." },
    ]);
  });
});
