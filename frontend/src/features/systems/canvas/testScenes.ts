/** Small scenes for the tests of what drawing does. */
import type { Boundary, Element, Flow } from "@/api/types";
import { type Scene, sceneOf } from "./scene";

const CARD = { width: 168, height: 64 };

export const element = (id: string, boundary: string | null = null, more: Partial<Element> = {}) =>
  ({ id, name: id, kind: "agent", boundary, attributes: {}, effective_attributes: {}, ...more }) as Element;
export const boundary = (id: string, parent: string | null = null, trust = "") =>
  ({ id, name: id, parent, trust, attributes: {} }) as Boundary;
export const flow = (id: string, source: string, target: string, more: Partial<Flow> = {}) =>
  ({ id, name: "", source, target, attributes: {}, bidirectional: false, ...more }) as Flow;

/** A shop (0, 0 to 600, 400) with a back room (300, 100 to 560, 360) in it; the agent in the room, the till in the shop, the mail outside. */
export function shop(): Scene {
  const model = {
    boundaries: [boundary("shop"), boundary("room", "shop")],
    elements: [element("agent", "room"), element("till", "shop"), element("mail")],
    flows: [flow("in", "mail", "agent"), flow("out", "agent", "till")],
  };
  return sceneOf("d", model, {
    placements: [
      { boundary: "shop", x: 0, y: 0, width: 600, height: 400 },
      { boundary: "room", x: 300, y: 100, width: 260, height: 260 },
      { element: "agent", x: 340, y: 200, ...CARD },
      { element: "till", x: 40, y: 200, ...CARD },
      { element: "mail", x: 800, y: 200, ...CARD },
    ],
    flows: [{ flow: "in", bends: [[700, 240]] }],
  });
}
