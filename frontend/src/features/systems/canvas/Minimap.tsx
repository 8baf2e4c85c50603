/**
 * The whole picture in small, with what is in view; dragging there moves the view, the wheel zooms. A few outlines,
 * drawn anew only with the scene: the library's own map has a part for each element, which all look up at every frame.
 */
import { Panel, useReactFlow, useStore } from "@xyflow/react";
import { memo, useEffect, useMemo, useState } from "react";
import { messages } from "@/lib/messages";
import { boxes } from "./FromAfar";
import type { Box } from "./geometry";
import { boxAround } from "./nesting";
import { grown } from "./obstacles";
import type { Scene } from "./scene";
import { useBenchState } from "./useBench";
import classes from "./minimap.module.css";

const AROUND = 40;
const WHEEL = 0.002;

export function Minimap({ scene }: { scene: Scene }) {
  const isShown = useBenchState((state) => state.isMapShown);
  return isShown && scene.boxes.size > 0 ? <Shown scene={scene} /> : null;
}

function Shown({ scene }: { scene: Scene }) {
  const [map, setMap] = useState<SVGSVGElement | null>(null);
  useMapMoves(map);
  const { x, y, width, height } = useMemo(() => grown(boxAround([...scene.boxes.values()]), AROUND), [scene]);
  return (
    <Panel position="bottom-right" className={classes.map}>
      <svg ref={setMap} viewBox={`${x} ${y} ${width} ${height}`} role="img" aria-label={messages.workbench.mapOf}>
        <Whole scene={scene} />
        <InView />
      </svg>
    </Panel>
  );
}

const Whole = memo(function Whole({ scene }: { scene: Scene }) {
  const selected = useBenchState((state) => state.selected);
  const drawn = useMemo(() => {
    const zones = scene.boundaries.map(({ boundary, box }) => [boundary.id, box] as const);
    const cards = scene.elements.map(({ element, box }) => [element.id, box] as const);
    return { zones: boxes(zones), cards: boxes(cards) };
  }, [scene]);
  const chosen = [...selected].flatMap((id) => withId(id, scene.boxes.get(id)));
  return (
    <>
      <path d={drawn.zones} className={classes.zones} />
      <path d={drawn.cards} className={classes.cards} />
      <path d={boxes(chosen)} className={classes.chosen} />
    </>
  );
});

const withId = (id: string, box: Box | undefined) => (box ? [[id, box] as const] : []);

function InView() {
  const view = useStore(({ transform: [x, y, zoom], width, height }) =>
    [-x / zoom, -y / zoom, width / zoom, height / zoom].map(Math.round).join(" "),
  );
  const [x, y, width, height] = view.split(" ");
  return <rect x={x} y={y} width={width} height={height} className={classes.view} />;
}

/** Listened to by hand: only so can a wheel over the map be kept from scrolling the page. */
function useMapMoves(map: SVGSVGElement | null): void {
  const { setCenter, getZoom, zoomTo } = useReactFlow();
  useEffect(() => {
    if (!map) return;
    const look = (event: PointerEvent) => {
      const spot = new DOMPoint(event.clientX, event.clientY).matrixTransform(map.getScreenCTM()?.inverse());
      void setCenter(spot.x, spot.y, { zoom: getZoom() });
    };
    const onPointerDown = (event: PointerEvent) => {
      map.setPointerCapture(event.pointerId);
      look(event);
    };
    const onPointerMove = (event: PointerEvent) => {
      if (map.hasPointerCapture(event.pointerId)) look(event);
    };
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      void zoomTo(getZoom() * Math.exp(-event.deltaY * WHEEL));
    };
    map.addEventListener("pointerdown", onPointerDown);
    map.addEventListener("pointermove", onPointerMove);
    map.addEventListener("wheel", onWheel, { passive: false });
    return () => {
      map.removeEventListener("pointerdown", onPointerDown);
      map.removeEventListener("pointermove", onPointerMove);
      map.removeEventListener("wheel", onWheel);
    };
  }, [map, setCenter, getZoom, zoomTo]);
}
