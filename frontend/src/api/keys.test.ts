import { describe, expect, it } from "vitest";
import { oldAfter } from "@/api/keys";

describe("oldAfter", () => {
  it("leaves nothing of a system that is gone", () => {
    const gone = { object_type: "system", verb: "system.deleted", object_id: "s1", system: null };
    expect(oldAfter(gone, "acme")).toEqual([
      ["workspace", "acme", "systems"],
      ["system", "s1"],
    ]);
  });

  it("names the lists of all parts that a deed of many changes touched", () => {
    const changes = { added: [{ type: "flow" }], changed: [{ type: "asset" }], placed: 3 };
    const old = oldAfter({ object_type: "system", verb: "system.edited", changes, system: "s1" }, "acme");
    expect(old.map((key) => key[2])).toEqual([
      "flows",
      "placements",
      "assets",
      "diagrams",
      "events",
      "stakeSuggestions",
    ]);
  });

  it("names the findings once a run has ended, and not when it begins", () => {
    const [ended, begun] = ["run.finished", "run.started"].map((verb) =>
      oldAfter({ object_type: "run", verb, system: "s1" }, "acme").map((key) => key[2]),
    );
    expect(ended).toContain("findings");
    expect(begun).toEqual(["runs", "events"]);
  });

  it("names the lists that show a changed element", () => {
    const old = oldAfter({ object_type: "element", system: "s1" }, "acme").map((key) => key.join(" "));
    expect(old).toContain("system s1 elements");
    expect(old).toContain("system s1 events");
    expect(old).toContain("workspace acme systems");
  });

  it("names the threads and the inbox after a comment", () => {
    const old = oldAfter({ object_type: "comment", system: "s1" }, "acme").map((key) => key[2]);
    expect(old).toEqual(["mentions", "comments", "events"]);
  });

  it("touches no system for a deed of the workspace", () => {
    expect(oldAfter({ object_type: "membership", system: null }, "acme")).toEqual([
      ["workspace", "acme", "members"],
      ["me"],
    ]);
  });

  it("still renews the history for a type that it does not know", () => {
    expect(oldAfter({ object_type: "workshop", system: "s1" }, "acme")).toEqual([["system", "s1", "events"]]);
  });
});
