import { beforeEach, describe, expect, it, vi } from "vitest";
import { type Here, type Look, Presence } from "@/api/presence";

const ADA: Here = { tab: "1", person: "ada", name: "Ada", system: "s", place: "picture", following: null };
const BEN: Here = { ...ADA, tab: "2", person: "ben", name: "Ben" };
const LOOK: Look = { diagram: "d", pointer: [1, 2], selected: ["e"], view: [0, 0, 8, 6] };

let said: { type: string; view?: unknown; following?: unknown }[];
let presence: Presence;
const kinds = (kind: string) => said.filter(({ type }) => type === kind);

beforeEach(() => {
  vi.useFakeTimers();
  said = [];
  presence = new Presence("me", (message) => said.push(message as { type: string }));
  presence.start();
  presence.at("s", "picture");
  return () => {
    presence.stop();
    vi.useRealTimers();
  };
});

describe("the others", () => {
  it("are each there once, as their newest tab says, and never I myself", () => {
    presence.joined([ADA, { ...ADA, tab: "3", place: "findings", age: 12 }, { ...ADA, tab: "4", person: "me" }]);
    expect(presence.others.map(({ name, place }) => `${name} ${place}`)).toEqual(["Ada picture"]);
  });

  it("are away after half a minute without a word and stay on the list; who leaves does not", async () => {
    presence.joined([ADA, BEN]);
    await vi.advanceTimersByTimeAsync(25_000);
    presence.take({ type: "here", ...BEN });
    await vi.advanceTimersByTimeAsync(15_000);
    expect(presence.others.map(({ name, isAway }) => [name, isAway])).toEqual([
      ["Ben", false],
      ["Ada", true],
    ]);
    presence.take({ type: "gone", tab: "1", person: "ada" });
    expect(presence.others.map(({ name }) => name)).toEqual(["Ben"]);
  });

  it("lose their cursor when they leave the picture", () => {
    presence.joined([ADA]);
    presence.take({ type: "looks", looks: [{ person: "ada", ...LOOK }] });
    expect([...presence.looks.keys()]).toEqual(["ada"]);
    presence.take({ type: "here", ...ADA, place: "findings" });
    expect(presence.looks.size).toBe(0);
  });
});

describe("what this page tells", () => {
  it("is nothing of cursors to nobody", async () => {
    presence.lookFrom(() => LOOK);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(kinds("look")).toEqual([]);
  });

  it("is at most ten looks a second, and nothing twice", async () => {
    presence.joined([ADA]);
    let x = 0;
    presence.lookFrom(() => ({ ...LOOK, pointer: [(x += 1), 0] }));
    for (let step = 0; step < 100; step += 1) {
      presence.stir();
      await vi.advanceTimersByTimeAsync(10);
    }
    expect(kinds("look").length).toBeLessThanOrEqual(10);
    expect(kinds("look").length).toBeGreaterThan(7);
    presence.lookFrom(() => LOOK);
    await vi.advanceTimersByTimeAsync(1_000);
    const before = kinds("look").length;
    presence.stir();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(kinds("look")).toHaveLength(before);
  });

  it("holds the view only while somebody follows, and is said again to whoever comes", async () => {
    presence.joined([ADA]);
    presence.lookFrom(() => LOOK);
    await vi.advanceTimersByTimeAsync(200);
    presence.take({ type: "here", ...BEN, following: "me" });
    await vi.advanceTimersByTimeAsync(200);
    expect(kinds("look").map(({ view }) => view)).toEqual([null, [0, 0, 8, 6]]);
  });

  it("is whom it follows, until they are gone", () => {
    presence.joined([ADA]);
    presence.follow("ada");
    expect(kinds("here").at(-1)?.following).toBe("ada");
    presence.take({ type: "gone", tab: "1", person: "ada" });
    expect(kinds("here").at(-1)?.following).toBe(null);
  });
});
