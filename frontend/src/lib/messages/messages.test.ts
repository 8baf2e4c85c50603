import { describe, expect, it } from "vitest";
import { messages } from "@/lib/messages";

const { sentence } = messages.history;

describe("the sentences of the history", () => {
  it.each([
    [
      "finding.decided",
      { status: "open", before: { "T-1": "suggested", "H-2": "suggested" } },
      "accepted T-1, H-2 into the register",
    ],
    [
      "finding.decided",
      { status: "dismissed", reason: "Not here.", before: { "T-1": "suggested" } },
      "dismissed T-1: Not here.",
    ],
    [
      "element.changed",
      { "attributes.learning": ["static", "online"], name: ["a", "b"] },
      "changed learning, name of element",
    ],
    ["boundary.created", { name: "Internet" }, "added the boundary Internet"],
    [
      "treatment.added",
      { mark: "T-1", control: "rate-limits", state: "in_place" },
      "treated T-1 with rate-limits: in place",
    ],
    [
      "treatment.changed",
      { mark: "T-1", finding: "f1", control: "rate-limits", state: ["planned", "in_place"] },
      "changed state of rate-limits for T-1",
    ],
    [
      "system.edited",
      {
        added: [{ name: "Agent" }, { name: "asks" }],
        removed: [{ name: "a" }, { name: "b" }, { name: "c" }, { name: "d" }],
      },
      "added Agent, asks; removed 4 things",
    ],
    [
      "system.edited",
      {
        changed: [
          {
            name: "Long memory",
            changes: { name: ["Memory", "Long memory"], "attributes.multi_tenant": [null, true] },
          },
          { name: "Agent", changes: { description: ["", "x".repeat(400)], boundary: [null, crypto.randomUUID()] } },
          { name: "Tool", changes: { kind: ["tool", "memory_store"] } },
        ],
      },
      "renamed Memory to Long memory and changed multi tenant (unknown → yes); changed description, boundary of Agent; changed kind (tool → memory store) of Tool",
    ],
    ["system.edited", { changed: [{ name: "Old event" }] }, "changed Old event"],
    ["comment.created", { name: "Agent", text: "Why?" }, "commented on Agent: “Why?”"],
    ["system.edited", { placed: 12 }, "arranged 12 things on the diagram"],
    ["workshop.opened", {}, "opened the workshop"],
    ["finding.decided", { status: 7, before: "rubbish" }, "decided on "],
  ])("says %s as people would", (verb, changes, words) => {
    expect(sentence(verb, changes)).toBe(words);
  });
});
