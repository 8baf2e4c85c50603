import { describe, expect, it } from "vitest";
import type { Change, Create, Delete, Operation, Place } from "@/api/operations";
import { addBoundary, addElement, freeName, freeSpot } from "./adding";
import { alignMoves, distributeMoves } from "./arranging";
import { middlesOf, straightened, withBendIn } from "./bending";
import { copyOf, pasteOperations, readCopy } from "./copying";
import { groupOperations } from "./grouping";
import type { Moves } from "./moving";
import { removeOperations } from "./removing";
import { shop } from "./testScenes";

const creates = (operations: readonly Operation[]) => operations.filter((one): one is Create => one.op === "create");
const changes = (operations: readonly Operation[]) => operations.filter((one): one is Change => one.op === "change");

describe("adding", () => {
  it("puts an element on the grid, into the boundary under it, with a name of its own", () => {
    const [create, place] = addElement(shop(), "agent", "agent", [431, 300]).operations as [Create, Place];
    expect(create.values).toEqual({ name: "agent 2", kind: "agent", boundary: "room" });
    expect(place.placements?.[0]).toMatchObject({ x: 344, y: 272 });
  });

  it("lets a new boundary take in what lies in it", () => {
    const { operations } = addBoundary(shop(), "Zone", [120, 232]);
    expect(creates(operations)[0]?.values).toEqual({ name: "Zone", parent: "shop" });
    expect(changes(operations).map(({ id }) => id)).toEqual(["till"]);
  });

  it("finds names and spots that are free", () => {
    expect(freeName(["Agent", "Agent 2"], "Agent")).toBe("Agent 3");
    expect(freeSpot(shop(), [5_000, 0])).toEqual([5_000, 0]);
    expect(freeSpot(shop(), [424, 232])).not.toEqual([424, 232]);
  });
});

describe("removing", () => {
  it("moves what lies in a boundary out to the one around it", () => {
    const operations = removeOperations(shop().model, new Set(["room", "out"]));
    expect(changes(operations).map(({ id, values }) => [id, values])).toEqual([["agent", { boundary: "shop" }]]);
    expect(operations.filter((one): one is Delete => one.op === "delete").map(({ id }) => id)).toEqual(["out", "room"]);
  });
});

describe("copying", () => {
  it("makes new parts with the flows between them, in the order in which they can be made", () => {
    const text = copyOf(shop(), new Set(["shop"])) ?? "";
    const { operations, ids, count } = pasteOperations(shop(), readCopy(text) as never);
    const made = creates(operations);
    expect(made.map(({ type, values }) => [type, values.name])).toEqual([
      ["boundary", "shop"],
      ["boundary", "room"],
      ["element", "agent"],
      ["element", "till"],
      ["flow", ""],
    ]);
    expect(count).toBe(5);
    expect(ids).toEqual([made[0]?.id]);
    expect(made[1]?.values.parent).toBe(made[0]?.id);
    expect(made[4]?.values).toMatchObject({ source: made[2]?.id, target: made[3]?.id });
    expect(new Set(made.map(({ id }) => id)).size).toBe(5);
  });

  it("leaves what comes without its boundary where it is dropped", () => {
    const text = copyOf(shop(), new Set(["agent"])) ?? "";
    const [create] = creates(pasteOperations(shop(), readCopy(text) as never, [120, 100]).operations);
    expect(create?.values.boundary).toBe("shop");
  });

  const empty = { format: "bifocal-parts", elements: [], boundaries: [], flows: [], boxes: {}, bends: {} };
  it.each([
    "",
    "hello",
    "{",
    '{"format":"other"}',
    '{"format":"bifocal-parts","elements":[{"id":"a"}]}',
    JSON.stringify({ ...empty, flows: [null] }),
    JSON.stringify({ ...empty, bends: null }),
    JSON.stringify({ ...empty, bends: { f: [["a", "b"]] } }),
  ])("takes %s for what it is: none of ours", (text) => expect(readCopy(text)).toBeNull());

  it("copies nothing where only flows are selected", () => expect(copyOf(shop(), new Set(["in"]))).toBeNull());
});

describe("grouping", () => {
  it("puts the outermost of a selection into a boundary around them", () => {
    const { operations } = groupOperations(shop(), new Set(["room", "agent", "till"]), "Group") ?? { operations: [] };
    expect(creates(operations)[0]?.values).toEqual({ name: "Group", parent: "shop" });
    expect(changes(operations).map(({ id }) => id)).toEqual(["room", "till"]);
  });
});

describe("arranging", () => {
  const boxes = new Map([
    ["a", { x: 0, y: 0, width: 100, height: 50 }],
    ["b", { x: 150, y: 30, width: 50, height: 50 }],
    ["c", { x: 400, y: 10, width: 100, height: 50 }],
  ]);

  it("aligns by moving only what is not aligned yet", () => {
    expect([...alignMoves(boxes, "top", 1)]).toEqual([
      ["b", [0, -30]],
      ["c", [0, -10]],
    ]);
    expect(alignMoves(boxes, "right", 1).get("b")).toEqual([300, 0]);
  });

  it("leaves equal gaps", () => expect([...distributeMoves(boxes, "across", 1)]).toEqual([["b", [75, 0]]]));

  it("leaves whole units, and whole pixels where nothing snaps", () => {
    const spots = (moves: Moves) => [...moves].map(([id, [x, y]]) => [id, (boxes.get(id)?.x ?? 0) + x, y]);
    expect(spots(distributeMoves(boxes, "across", 8))).toEqual([["b", 224, 0]]);
    expect(spots(alignMoves(boxes, "center", 8))).toEqual([
      ["a", 200, 0],
      ["b", 225, 0],
      ["c", 200, 0],
    ]);
    const odd = new Map([...boxes, ["b", { x: 150, y: 30, width: 51, height: 50 }]] as const);
    expect(distributeMoves(odd, "across", 1).get("b")).toEqual([75, 0]);
  });
});

describe("bending", () => {
  const drawn = {
    bends: [],
    points: [
      [0, 0],
      [100, 0],
    ] as [number, number][],
  } as never;

  it("adds a bend in the piece that is pulled, on the grid", () => {
    expect(
      withBendIn(
        [
          [8, 8],
          [80, 8],
        ],
        1,
        [49, 30],
      ),
    ).toEqual([
      [8, 8],
      [48, 32],
      [80, 8],
    ]);
  });

  it("forgets a bend that bends nothing", () => {
    expect(middlesOf(drawn)).toEqual([[50, 0]]);
    const bent = {
      bends: [
        [50, 2],
        [60, 40],
      ] as [number, number][],
      points: [
        [0, 0],
        [100, 0],
      ],
    } as never;
    expect(straightened(bent)).toEqual([
      [50, 2],
      [60, 40],
    ]);
    expect(
      straightened({
        bends: [[50, 2]],
        points: [
          [0, 0],
          [100, 0],
        ],
      } as never),
    ).toEqual([]);
  });
});
