/** Where the canvas looks, what is under the pointer, and how something comes into view. */
import { useReactFlow, useStoreApi } from "@xyflow/react";
import { type PointerEvent, useEffect, useMemo } from "react";
import { isTyping } from "@/lib/shortcuts";
import { WHOLE } from "./boardEvents";
import { boxAround, elementAt } from "./nesting";
import type { Scene } from "./scene";
import { type Moving, useCanvasKeys } from "./useCanvasKeys";
import { useBench } from "./useBench";

/** From farther than this, things are drawn without words and cannot be chosen by key. */
const FAR = 0.4;
/** So few boxes are drawn with their names even where only a magnifying glass makes them out. */
const FEW = 60;
const FAR_OF_FEW = 0.2;
export const farOf = ({ boxes }: Scene): number => (boxes.size > FEW ? FAR : FAR_OF_FEW);

const QUICK = { duration: 160 };

export function useView(canvas: HTMLElement | null) {
  const bench = useBench();
  const store = useStoreApi();
  const { fitView, fitBounds, screenToFlowPosition, getViewport, setCenter } = useReactFlow();
  const moving = useMemo<Moving>(() => {
    const focus = (id: string) =>
      canvas?.querySelector<HTMLElement>(`[data-part="${CSS.escape(id)}"]`)?.focus({ preventScroll: true });
    return {
      letGoOfBox: () => {
        if (store.getState().userSelectionRect === null) return false;
        store.setState({ userSelectionRect: null, userSelectionActive: false });
        bench.selectAll(false);
        return true;
      },
      fit: () => void fitView({ ...WHOLE, ...QUICK }),
      zoomToSelection: () => {
        const boxes = [...bench.state.selected].flatMap((id) => bench.scene.boxes.get(id) ?? []);
        if (boxes.length > 0) void fitBounds(boxAround(boxes), { padding: 0.3, ...QUICK });
      },
      goTo: (id) => {
        if (id === "") canvas?.focus({ preventScroll: true });
        const box = bench.scene.boxes.get(id) ?? boxOfFlow(bench.scene, id);
        if (!canvas || !box) return;
        const far = farOf(bench.scene);
        const { x, y, zoom } = getViewport();
        const [left, top] = [box.x * zoom + x, box.y * zoom + y];
        const { width, height } = canvas.getBoundingClientRect();
        const [across, down] = [Math.min(100, box.width), Math.min(64, box.height)];
        const isIn =
          left >= 0 && top >= 0 && left + across * zoom <= width && top + down * zoom <= height && zoom > far;
        if (!isIn) void setCenter(box.x + box.width / 2, box.y + box.height / 2, { zoom: Math.max(zoom, 1.5 * far) });
        // What comes into view now is drawn in the next frame.
        if (isIn) focus(id);
        else setTimeout(() => focus(id), 50);
      },
    };
  }, [canvas, bench, store, fitView, fitBounds, getViewport, setCenter]);
  const pointer = useMemo(() => new Pointer(), []);
  useEffect(() => {
    if (!canvas) return;
    const spotOf = (x: number, y: number): [number, number] => {
      const spot = screenToFlowPosition({ x, y }, { snapToGrid: false });
      return [spot.x, spot.y];
    };
    bench.attach({
      center: () => {
        const { left, top, width, height } = canvas.getBoundingClientRect();
        return spotOf(left + width / 2, top + height / 2);
      },
      pointer: () => pointer.at && spotOf(...pointer.at),
      focus: (id) => {
        // Until it is there keys are not about what had the focus before.
        canvas.focus({ preventScroll: true });
        requestAnimationFrame(() => moving.goTo(id));
      },
      isIn: (id) => {
        const at = document.activeElement;
        return at === canvas || (at?.closest("[data-part]")?.getAttribute("data-part") === id && !isTyping(at));
      },
    });
  }, [canvas, bench, pointer, moving, screenToFlowPosition]);
  useCanvasKeys(canvas, bench, moving);
  const tracking = {
    onPointerMove: (event: PointerEvent) => {
      pointer.moved(event.clientX, event.clientY);
      // From afar only what is under the pointer has a box of its own, and who drags something keeps it.
      if (getViewport().zoom < farOf(bench.scene) && event.buttons === 0) {
        const { x, y } = screenToFlowPosition({ x: event.clientX, y: event.clientY }, { snapToGrid: false });
        bench.hover(elementAt(bench.scene, [x, y]));
      }
    },
    onPointerLeave: () => pointer.left(),
  };
  return { moving, tracking };
}

class Pointer {
  at: [number, number] | null = null;

  moved(x: number, y: number): void {
    this.at = [x, y];
  }

  left(): void {
    this.at = null;
  }
}

function boxOfFlow({ flows }: Scene, id: string) {
  const points = flows.find(({ flow }) => flow.id === id)?.points;
  return points && boxAround(points.map(([x, y]) => ({ x, y, width: 0, height: 0 })));
}
