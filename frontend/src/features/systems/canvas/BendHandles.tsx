/** The bends of a selected flow, to be dragged, and the middles of its pieces, out of which new ones are pulled. */
import { useReactFlow } from "@xyflow/react";
import type { KeyboardEvent, MouseEvent, PointerEvent } from "react";
import { messages } from "@/lib/messages";
import { GRID } from "./adding";
import { middlesOf, straightened, withBendIn, withBendMoved, withoutBend } from "./bending";
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
/** The canvas library moves nothing by what bears these. */
const OURS = "nodrag nopan";
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
  /** Pulled with the pointer held: `pulled` gives the bends for where it is. */
  const pulling = (pulled: (spot: Spot) => Spot[]) => ({
    onPointerDown: (event: PointerEvent<SVGElement>) => event.currentTarget.setPointerCapture(event.pointerId),
    onPointerMove: (event: PointerEvent<SVGElement>) => {
      const isHeld = event.currentTarget.hasPointerCapture(event.pointerId);
      if (isHeld && !bench.isPutBack) bench.bend(id, pulled(spotOf(event)), false);
    },
    onPointerUp: () => {
      const after = drawnFlow(bench.scene.asides, drawn.flow, bends, bench.scene.boxes);
      if (bench.state.bending) bench.bend(id, after ? straightened(after) : bends, true);
    },
    onPointerCancel: () => bench.set({ bending: null }),
  });
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
      {middlesOf(drawn).map((middle, index) => (
        <g
          key={`middle ${index}`}
          className={`${classes.middle} ${OURS}`}
          data-grip="middle"
          // The first step makes the bend, the others move it.
          {...pulling((spot) =>
            bench.state.bending ? withBendMoved(bends, index, spot) : withBendIn(bends, index, spot),
          )}
          // It lies where people double-click the line to name it.
          onDoubleClick={() => bench.startNaming(id)}
        >
          <Grip at={middle} radius={4} />
        </g>
      ))}
      {bends.map((bend, index) => (
        <g
          key={`bend ${index}`}
          role="button"
          tabIndex={0}
          aria-label={words.bendNumber(index + 1, bends.length)}
          className={`${classes.bend} ${OURS}`}
          data-grip="bend"
          {...pulling((spot) => withBendMoved(bends, index, spot))}
          onDoubleClick={remove(index)}
          onKeyDown={onKeyDown(index, bend)}
        >
          <Grip at={bend} radius={5} />
        </g>
      ))}
    </>
  );
}

/** A larger target than the eye needs. */
function Grip({ at: [x, y], radius }: { at: Spot; radius: number }) {
  return (
    <>
      <circle className={classes.reach} cx={x} cy={y} r={12} />
      <circle cx={x} cy={y} r={radius} />
    </>
  );
}
