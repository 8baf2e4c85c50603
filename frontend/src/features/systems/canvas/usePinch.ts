/** Two fingers zoom also where one of them is on a part: alone it would move that, and the library knows nothing else for it. */
import { useReactFlow } from "@xyflow/react";
import { useEffect } from "react";
import type { Workbench } from "./workbench";

export const ZOOM = { minZoom: 0.02, maxZoom: 2.5 };

/** The middle between two fingers, and how far they are apart. */
interface Pair {
  x: number;
  y: number;
  gap: number;
}

export function usePinch(canvas: HTMLElement | null, bench: Workbench): void {
  const { getViewport, setViewport } = useReactFlow();
  useEffect(() => {
    if (!canvas) return;
    let last: Pair | null = null;
    const onStart = (event: TouchEvent) => {
      last = isOnPart(event) ? pairOf(event, canvas) : null;
      if (!last) return;
      // The first finger may have moved something on its way here.
      bench.putBack();
      event.stopPropagation();
    };
    const onMove = (event: TouchEvent) => {
      const now = last && pairOf(event, canvas);
      if (!last || !now) return;
      event.stopPropagation();
      const { x, y, zoom } = getViewport();
      const next = Math.min(ZOOM.maxZoom, Math.max(ZOOM.minZoom, (zoom * now.gap) / last.gap));
      // What lay between the fingers still does.
      const share = next / zoom;
      void setViewport({ x: now.x - (last.x - x) * share, y: now.y - (last.y - y) * share, zoom: next });
      last = now;
    };
    const onEnd = () => {
      last = null;
    };
    const listeners = { touchstart: onStart, touchmove: onMove, touchend: onEnd, touchcancel: onEnd };
    const all = Object.entries(listeners) as [string, EventListener][];
    for (const [name, listener] of all) canvas.addEventListener(name, listener, { capture: true, passive: true });
    return () => {
      for (const [name, listener] of all) canvas.removeEventListener(name, listener, { capture: true });
    };
  }, [canvas, bench, getViewport, setViewport]);
}

const isOnPart = ({ touches }: TouchEvent): boolean =>
  touches.length === 2 &&
  [...touches].some(({ target }) => target instanceof Element && target.closest(".nopan") !== null);

function pairOf({ touches: [one, other] }: TouchEvent, canvas: HTMLElement): Pair | null {
  if (!one || !other) return null;
  const { left, top } = canvas.getBoundingClientRect();
  const gap = Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
  return { x: (one.clientX + other.clientX) / 2 - left, y: (one.clientY + other.clientY) / 2 - top, gap: gap || 1 };
}
