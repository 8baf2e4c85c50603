/** Tells the others where this person looks and points on the diagram, and goes along with whom they follow. */
import { useReactFlow, useStoreApi } from "@xyflow/react";
import { useEffect } from "react";
import { type Look, useFollowed, useLooks, usePresence } from "@/api/presence";
import type { Workbench } from "./workbench";

const MOST_SELECTED = 50;
const QUICK = { duration: 160 };

export function useLookOut(canvas: HTMLElement | null, bench: Workbench): void {
  useTellWhere(canvas, bench);
  useGoAlong(bench);
}

function useTellWhere(canvas: HTMLElement | null, bench: Workbench): void {
  const presence = usePresence();
  const store = useStoreApi();
  useEffect(() => {
    if (!canvas) return;
    const compose = (): Look => {
      const { scene, state } = bench;
      const blank = { diagram: scene.diagram, pointer: null, selected: [], view: null };
      if (!state.isOthersShown) return blank;
      const { transform, width, height } = store.getState();
      const [x, y, zoom] = transform;
      const at = bench.pointer();
      return {
        ...blank,
        pointer: at && [Math.round(at[0]), Math.round(at[1])],
        selected: [...state.selected].filter((id) => id !== "system").slice(0, MOST_SELECTED),
        view: [-x / zoom, -y / zoom, width / zoom, height / zoom].map(Math.round) as unknown as Look["view"],
      };
    };
    // A system without a diagram has nothing to point at.
    if (bench.scene.diagram === "") return;
    const stop = presence.lookFrom(compose);
    const forgetBench = bench.subscribe(presence.stir);
    const forgetView = store.subscribe(presence.stir);
    canvas.addEventListener("pointermove", presence.stir, { passive: true });
    canvas.addEventListener("pointerleave", presence.stir);
    return () => {
      stop();
      forgetBench();
      forgetView();
      canvas.removeEventListener("pointermove", presence.stir);
      canvas.removeEventListener("pointerleave", presence.stir);
    };
  }, [canvas, bench, presence, store]);
}

function useGoAlong(bench: Workbench): void {
  const person = useFollowed()?.person;
  const look = useLooks().get(person ?? "");
  const { fitBounds } = useReactFlow();
  const isHere = look !== undefined && look.diagram === bench.scene.diagram;
  const view = isHere && look.view ? look.view.join(" ") : "";
  const selected = isHere ? look.selected.join(" ") : null;
  useEffect(() => {
    const [x, y, width, height] = view.split(" ").map(Number);
    if (view)
      void fitBounds({ x: x ?? 0, y: y ?? 0, width: width ?? 1, height: height ?? 1 }, { padding: 0, ...QUICK });
  }, [view, fitBounds]);
  useEffect(() => {
    if (selected !== null) bench.select(selected.split(" ").filter(Boolean), false);
  }, [selected, bench]);
}
