/** What adding, copying, ordering and removing a diagram does. */
import type { Operation, Place } from "@/api/operations";
import type { Diagram } from "@/api/types";
import { makeId } from "@/lib/ids";
import { freeName } from "../canvas/adding";
import { placing } from "../canvas/moving";
import { contentsOf } from "../canvas/nesting";
import type { Scene } from "../canvas/scene";

interface NewDiagram {
  id: string;
  title: string;
  operations: Operation[];
}

/** With what `drawn` puts on it. Where the diagram that is shown stands only on a plain grid, that is kept as its own. */
function added(
  diagrams: readonly Diagram[],
  scene: Scene,
  wish: string,
  drawn: (id: string) => Place[] = () => [],
): NewDiagram {
  const id = makeId();
  const title = freeName(
    diagrams.map((one) => one.title),
    wish,
  );
  const last = Math.max(-1, ...diagrams.map(({ position }) => position));
  const values = { title, position: last + 1 };
  const isKept = scene.isArranged || scene.boxes.size === 0 || scene.diagram === "";
  const kept = isKept ? [] : [placing(scene, new Map())];
  return { id, title, operations: [{ op: "create", type: "diagram", id, values }, ...kept, ...drawn(id)] };
}

export const blankDiagram = (diagrams: readonly Diagram[], scene: Scene, wish: string): NewDiagram =>
  added(diagrams, scene, wish);

export function copiedDiagram(diagrams: readonly Diagram[], scene: Scene, wish: string): NewDiagram {
  return added(diagrams, scene, wish, (id) => [placing({ ...scene, diagram: id }, scene.boxes, bent(scene))]);
}

/** These parts with what lies in them, and the bends of the flows between them. */
export function diagramOf(
  diagrams: readonly Diagram[],
  scene: Scene,
  wish: string,
  ids: ReadonlySet<string>,
): NewDiagram {
  const inside = contentsOf(scene.model, ids);
  const boxes = new Map([...scene.boxes].filter(([id]) => ids.has(id) || inside.has(id)));
  const between = bent(scene).filter(({ flow }) => boxes.has(flow.source) && boxes.has(flow.target));
  // What is arranged already is what stands on the new one, and no more than that.
  const place = (id: string) => [placing({ ...scene, diagram: id, isArranged: true }, boxes, between)];
  return added(diagrams, scene, wish, place);
}

const bent = ({ flows }: Scene) => flows.filter(({ bends }) => bends.length > 0);

/** One step along the row of diagrams, or to a place in it; empty at its ends. */
export function moveDiagram(diagrams: readonly Diagram[], id: string, to: number): Operation[] {
  const moving = diagrams.find((one) => one.id === id);
  if (!moving || to < 0 || to >= diagrams.length) return [];
  const rest = diagrams.filter((one) => one !== moving);
  return [...rest.slice(0, to), moving, ...rest.slice(to)].flatMap((diagram, position): Operation[] =>
    diagram.position === position ? [] : [{ op: "change", type: "diagram", id: diagram.id, values: { position } }],
  );
}
