/** Where a flow can be drawn from, on the four sides of the element under the pointer. By key it is C. */
import { useReactFlow } from "@xyflow/react";
import type { PointerEvent } from "react";
import type { Spot } from "./geometry";
import { useBench, useBenchState } from "./useBench";
import classes from "./canvas.module.css";

const SIDES = ["top", "right", "bottom", "left"] as const;

export function ConnectDots({ id }: { id: string }) {
  const bench = useBench();
  const { screenToFlowPosition } = useReactFlow();
  const isShown = useBenchState((state) => state.hovered === id || state.joining?.from === id);
  if (!isShown || !bench.mayEdit) return null;
  const spotOf = (event: PointerEvent): Spot => {
    const { x, y } = screenToFlowPosition({ x: event.clientX, y: event.clientY }, { snapToGrid: false });
    return [x, y];
  };
  const onPointerDown = (event: PointerEvent<HTMLSpanElement>) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    bench.join(id, spotOf(event), false);
  };
  const onPointerMove = (event: PointerEvent) => {
    if (bench.state.joining) bench.join(id, spotOf(event), false);
  };
  const onPointerUp = (event: PointerEvent) => {
    if (bench.state.joining) bench.join(id, spotOf(event), true);
  };
  return SIDES.map((side) => (
    <span
      key={side}
      aria-hidden
      data-side={side}
      className={`${classes.connect} nodrag nopan`}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={() => bench.set({ joining: null })}
      // What is selected is the flow that was drawn, and not the element that it was drawn from.
      onClick={(event) => event.stopPropagation()}
    />
  ));
}
