/** The first diagram with a place for everything, so that what is copied in a list can be pasted on a drawing. */
import { useMemo } from "react";
import { useArrangement } from "@/api/parts";
import type { Picture } from "@/api/picture";
import type { Box } from "../canvas/geometry";
import { boxAround, contentsOf } from "../canvas/nesting";
import { CARD, gridOf, type Scene, sceneOf } from "../canvas/scene";

export function useWholeScene({ elements, boundaries, flows, diagrams }: Picture): Scene | null {
  const diagram = diagrams[0]?.id;
  const arrangement = useArrangement(diagram).data;
  return useMemo(() => {
    if (!diagram || !arrangement) return null;
    const model = { elements, boundaries, flows };
    return withAll(sceneOf(diagram, model, arrangement));
  }, [diagram, arrangement, elements, boundaries, flows]);
}

const MARGIN = 24;

function withAll(scene: Scene): Scene {
  const { model } = scene;
  const low = Math.max(0, ...[...scene.boxes.values()].map(({ y, height }) => y + height));
  const boxes = new Map<string, Box>([...scene.boxes, ...gridOf(scene.missing, 0, low + MARGIN)]);
  for (const { id } of model.boundaries) {
    if (boxes.has(id)) continue;
    const inside = [...contentsOf(model, new Set([id]))].flatMap((part) => boxes.get(part) ?? []);
    const { x, y, width, height } = boxAround(inside.length > 0 ? inside : [{ x: 0, y: low + MARGIN, ...CARD }]);
    boxes.set(id, { x: x - MARGIN, y: y - MARGIN, width: width + 2 * MARGIN, height: height + 2 * MARGIN });
  }
  const drawn = new Set(scene.flows.map(({ flow }) => flow.id));
  const others = model.flows.filter(({ id }) => !drawn.has(id));
  return {
    ...scene,
    boxes,
    flows: [...scene.flows, ...others.map((flow) => ({ flow, bends: [], points: [], path: "" }))],
  };
}
