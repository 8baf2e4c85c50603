/** The bends of a selected flow, to be dragged, and the middles of its pieces, out of which new ones are pulled. */
import { useReactFlow } from "@xyflow/react";
import type { KeyboardEvent, MouseEvent, PointerEvent } from "react";
import { messages } from "@/lib/messages";
import { GRID } from "./adding";
import { middlesOf, straightened, withBendAt, withBendMoved, withoutBend } from "./bending";
import type { Spot } from "./geometry";
import { drawnFlow, type DrawnFlow } from "./scene";
import { useBench, useBenchState } from "./useBench";
import classes from "./canvas.module.css";

const STEPS: Record<string, Spot> = {
  ArrowLeft: [-GRID, 0],
  ArrowRight: [GRID, 0],
  ArrowUp: [0, -GRID],
  ArrowDown: [0, GRID],
};
const words = messages.workbench;

export function BendHandles({ drawn }: { drawn: DrawnFlow }) {
  const bench = useBench();
  const isLocked = useBenchState((state) => state.isLocked);
  const { screenToFlowPosition } = useReactFlow();
  const { id } = drawn.flow;
  const { bends } = drawn;
  if (isLocked || !bench.mayMove) return null;
  const spotOf = (event: PointerEvent): Spot => {
    const { x, y } = screenToFlowPosition({ x: event.clientX, y: event.clientY }, { snapToGrid: false });
    return [x, y];
  };
  const onPointerDown = (event: PointerEvent<SVGElement>) => {
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const isHeld = (event: PointerEvent<SVGElement>) => event.currentTarget.hasPointerCapture(event.pointerId);
  const drop = () => {
    const after = drawnFlow(bench.scene.asides, drawn.flow, bends, bench.scene.boxes);
    if (bench.state.bending) bench.bend(id, after ? straightened(after) : bends, true);
  };
  const onKeyDown = (index: number, spot: Spot) => (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (event.key === "Delete" || event.key === "Backspace") bench.bend(id, withoutBend(bends, index), true);
    else if (step) bench.bend(id, withBendMoved(bends, index, [spot[0] + step[0], spot[1] + step[1]]), true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const remove = (index: number) => (event: MouseEvent) => {
    event.stopPropagation();
    bench.bend(id, withoutBend(bends, index), true);
  };
  return (
    <>
      {middlesOf(drawn).map(([x, y], index) => (
        <circle
          key={`middle ${index}`}
          className={classes.middle}
          cx={x}
          cy={y}
          r={4}
          onPointerDown={onPointerDown}
          onPointerMove={(event) => {
            if (!isHeld(event)) return;
            const spot = spotOf(event);
            // The first step makes the bend, the others move it.
            const isNew = !bench.state.bending;
            bench.bend(id, isNew ? withBendAt(drawn, spot) : withBendMoved(bends, index, spot), false);
          }}
          onPointerUp={drop}
        />
      ))}
      {bends.map((bend, index) => (
        <circle
          key={`bend ${index}`}
          role="button"
          tabIndex={0}
          aria-label={words.bendNumber(index + 1, bends.length)}
          className={classes.bend}
          cx={bend[0]}
          cy={bend[1]}
          r={5}
          onPointerDown={onPointerDown}
          onPointerMove={(event) => {
            if (isHeld(event)) bench.bend(id, withBendMoved(bends, index, spotOf(event)), false);
          }}
          onPointerUp={drop}
          onDoubleClick={remove(index)}
          onKeyDown={onKeyDown(index, bend)}
        />
      ))}
    </>
  );
}
