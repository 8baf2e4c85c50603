import { describe, expect, it } from "vitest";
import type { Change, Operation, Place } from "@/api/operations";
import { bringOperations, dropOperations, neighboursOf } from "./bringing";
import { takeOff } from "./removing";
import { type Scene, sceneOf } from "./scene";
import { boundary, element, flow } from "./testScenes";

const CARD = { width: 168, height: 64 };

/** Shows the shop (0, 0 to 400, 240) with the till in it and a van under it; not the mail, the safe in the shop, the yard with the gate. */
function part(): Scene {
  const model = {
    boundaries: [boundary("shop"), boundary("yard")],
    elements: [
      element("till", "shop"),
      element("van"),
      element("mail"),
      element("safe", "shop"),
      element("gate", "yard"),
    ],
    flows: [flow("post", "mail", "till"), flow("load", "van", "gate"), flow("tour", "van", "till")],
  };
  const placements = [
    { boundary: "shop", x: 0, y: 0, width: 400, height: 240 },
    { element: "till", x: 112, y: 88, ...CARD },
    { element: "van", x: 0, y: 300, ...CARD },
  ];
  return sceneOf(
    "d",
    model,
    { placements, flows: [{ flow: "tour", bends: [[80, 280]] }] },
    { isAlone: false, elsewhere: new Set(["till"]) },
  );
}

const boxes = (operations: readonly Operation[]) => {
  const { placements = [] } = operations[0] as Place;
  return new Map(placements.map(({ element: id, boundary: area, ...box }) => [id ?? area ?? "", box]));
};

describe("bringing to a diagram what it does not show", () => {
  it("knows what is not here, and which of it what is selected is connected to", () => {
    const scene = part();
    expect([...scene.missing, ...scene.missingBoundaries].map(({ id }) => id)).toEqual([
      "mail",
      "safe",
      "gate",
      "yard",
    ]);
    expect(neighboursOf(scene, new Set(["till"]))).toEqual(["mail"]);
    expect(neighboursOf(scene, new Set(["van", "shop"]))).toEqual(["gate"]);
  });

  it("puts something loose near where it was asked for, off everything that stands there", () => {
    const mail = boxes(bringOperations(part(), ["mail"], [196, 120])).get("mail");
    expect(mail).toBeDefined();
    expect((mail?.x ?? 0) >= 400 || (mail?.x ?? 0) + CARD.width <= 0 || (mail?.y ?? 0) >= 240).toBe(true);
  });

  it("makes room in the boundary where something lies, and moves what is below with its bends", () => {
    const [place] = bringOperations(part(), ["safe"], null) as [Place];
    const found = boxes([place]);
    const [shop, safe] = [found.get("shop"), found.get("safe")];
    expect((safe?.y ?? 0) + CARD.height).toBeLessThan(shop?.height ?? 0);
    expect(found.get("van")?.y).toBe(300 + (shop?.height ?? 0) - 240);
    expect(place.flows?.[0]?.bends).toEqual([[80, 280 + (shop?.height ?? 0) - 240]]);
    expect(found.has("till")).toBe(false);
  });

  it("brings a boundary with what lies in it", () => {
    const found = boxes(bringOperations(part(), ["yard", "gate"], null));
    const [yard, gate] = [found.get("yard"), found.get("gate")];
    expect(gate?.x).toBeGreaterThan(yard?.x ?? 0);
    expect(gate?.y).toBeGreaterThan(yard?.y ?? 0);
  });

  it("gives what is dropped into another boundary to that one, and leaves it where its own is not drawn", () => {
    const homes = (operations: Operation[]) => operations.slice(1).map((one) => (one as Change).values);
    expect(homes(dropOperations(part(), "mail", [300, 40]))).toEqual([{ boundary: "shop" }]);
    expect(homes(dropOperations(part(), "gate", [900, 40]))).toEqual([]);
  });

  it("takes off a diagram without a change to the model", () => {
    expect(takeOff(part(), ["till"])).toEqual([{ op: "place", diagram: "d", gone: ["till"] }]);
    expect(takeOff(part(), [])).toEqual([]);
  });
});

describe("an empty diagram", () => {
  const model = { boundaries: [], elements: [element("till")], flows: [] };
  const empty = { placements: [], flows: [] };
  it("stays empty beside others, and shows what there is when it is the only one", () => {
    expect(sceneOf("d", model, empty, { isAlone: false, elsewhere: new Set() }).elements).toEqual([]);
    expect(sceneOf("d", model, empty).elements).toHaveLength(1);
  });
});
