import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Deed, Deeds } from "@/api/deeds";
import type { Operation, Place } from "@/api/operations";
import type { Scene } from "./scene";
import { sceneOf } from "./scene";
import { shop } from "./testScenes";
import { Workbench } from "./workbench";

let done: Deed[];
let bench: Workbench;
let focused: string[];
let isIn: boolean;

/** Only the placements of what was done, by part. */
const placed = () =>
  done.map(({ operations }) =>
    Object.fromEntries(
      operations
        .filter((one: Operation): one is Place => one.op === "place")
        .flatMap(({ placements = [] }) => placements.map(({ element, boundary, x }) => [element ?? boundary, x])),
    ),
  );

/** The scene without one of its elements, as when somebody else has deleted that. */
function without(scene: Scene, gone: string): Scene {
  const model = { ...scene.model, elements: scene.model.elements.filter(({ id }) => id !== gone), flows: [] };
  const boxOf = (id: string) => ({ x: 0, y: 0, width: 1, height: 1, ...scene.boxes.get(id) });
  const placements = [
    ...model.boundaries.map(({ id }) => ({ boundary: id, ...boxOf(id) })),
    ...model.elements.map(({ id }) => ({ element: id, ...boxOf(id) })),
  ];
  return sceneOf("d", model, { placements, flows: [] });
}

beforeEach(() => {
  vi.useFakeTimers();
  done = [];
  focused = [];
  isIn = true;
  const deeds = { attempt: (deed: Deed) => Promise.resolve(void done.push(deed)) } as unknown as Deeds;
  bench = new Workbench(shop(), deeds, true, undefined);
  bench.attach({
    center: () => [0, 0],
    pointer: () => null,
    focus: (id) => focused.push(id),
    isIn: () => isIn,
  });
});
afterEach(() => void vi.useRealTimers());

describe("steps by key", () => {
  it("are one deed where they follow each other closely", () => {
    bench.select(["till"]);
    for (let step = 0; step < 3; step += 1) bench.nudge([8, 0]);
    vi.runAllTimers();
    expect(placed()).toEqual([{ till: 64 }]);
    expect(focused).toEqual(["till"]);
  });

  it("are what a new size and a new boundary are measured from", () => {
    bench.select(["till"]);
    const { x = 0 } = bench.scene.boxes.get("till") ?? {};
    bench.nudge([40, 0]);
    expect(bench.sceneNow.boxes.get("till")?.x).toBe(x + 40);
    bench.group();
    const boxes = placed();
    expect(boxes).toHaveLength(2);
    const made = Object.entries(boxes[1] ?? {}).find(([id]) => !bench.scene.boxes.has(id));
    expect(made?.[1]).toBe(x + 40 - 24);
  });

  it("are saved when the page is left", () => {
    bench.select(["till"]);
    bench.nudge([8, 0]);
    bench.endSteps();
    bench.endSteps();
    expect(placed()).toHaveLength(1);
  });

  it("are saved before something else is moved", () => {
    bench.select(["till"]);
    bench.nudge([8, 0]);
    bench.select(["mail"]);
    bench.nudge([8, 0]);
    vi.runAllTimers();
    expect(placed()).toEqual([{ till: 48 }, { mail: 808 }]);
  });

  it("are saved before the pointer moves something, and not in the midst of that", () => {
    bench.select(["till"]);
    bench.nudge([8, 0]);
    bench.press(true);
    bench.drag(new Map([["mail", [80, 0]]]));
    vi.runAllTimers();
    expect(placed()).toEqual([{ till: 48 }]);
  });

  it("are saved before what was moved is deleted", () => {
    bench.select(["till"]);
    bench.nudge([8, 0]);
    bench.remove();
    vi.runAllTimers();
    expect(done.map(({ operations }) => operations[0]?.op)).toEqual(["place", "delete"]);
  });

  it("leave the focus where it has gone since", () => {
    bench.select(["till"]);
    bench.nudge([8, 0]);
    isIn = false;
    vi.runAllTimers();
    expect(focused).toEqual([]);
  });

  it("are saved once, also where the picture shows them later than that", () => {
    bench.select(["till"]);
    bench.nudge([8, 0]);
    bench.settle();
    bench.settle();
    expect(done).toHaveLength(1);
  });
});

describe("asking for something", () => {
  it("gives the focus back by key, and leaves it to whatever else was clicked", () => {
    bench.select(["till"]);
    for (const isByKey of [false, true]) {
      bench.set({ asking: { for: "end", from: "till" } });
      bench.dismiss(isByKey);
      expect([bench.state.asking, focused]).toEqual([null, isByKey ? ["till"] : []]);
    }
  });
});

describe("what somebody else has deleted", () => {
  it("is not moved", () => {
    bench.drag(new Map([["till", [8, 0]]]));
    bench.see(without(bench.scene, "till"));
    bench.settle();
    expect(done).toEqual([]);
  });

  it("is not laid out", () => {
    const { boxes } = bench.scene;
    bench.see(without(bench.scene, "till"));
    bench.layOut(boxes, new Map());
    expect(Object.keys(placed()[0] ?? {})).not.toContain("till");
  });
});
