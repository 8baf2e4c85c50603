/** Zooming and fitting, by button and by key. */
import { ActionIcon } from "@mantine/core";
import { IconMap, IconMinus, IconPlus, IconViewfinder } from "@tabler/icons-react";
import { Panel, useReactFlow, useStore } from "@xyflow/react";
import { useEffect } from "react";
import { useShortcuts } from "@/components/useShortcuts";
import { messages } from "@/lib/messages";
import { WHOLE } from "./boardEvents";
import { useMarks } from "./marks";
import { Tool } from "./Tool";
import { useBench, useBenchState } from "./useBench";
import classes from "./canvas.module.css";

const words = messages.picture;
const QUICK = { duration: 160 };
/** From farther than this nobody reads the name of what they looked for. */
const LEGIBLE = 0.6;

export function CanvasControls() {
  const bench = useBench();
  const isMapShown = useBenchState((state) => state.isMapShown);
  const { zoomIn, zoomOut, fitView } = useReactFlow();
  useSelectedInView();
  useTrailInView();
  const fit = () => void fitView({ ...WHOLE, ...QUICK });
  useShortcuts({ "+": () => void zoomIn(QUICK), "-": () => void zoomOut(QUICK) });
  return (
    <Panel position="bottom-left" className={classes.controls}>
      <ActionIcon aria-label={words.zoomOut} title={`${words.zoomOut} (−)`} onClick={() => void zoomOut(QUICK)}>
        <IconMinus size={16} stroke={1.5} />
      </ActionIcon>
      <ActionIcon aria-label={words.zoomIn} title={`${words.zoomIn} (+)`} onClick={() => void zoomIn(QUICK)}>
        <IconPlus size={16} stroke={1.5} />
      </ActionIcon>
      <ActionIcon aria-label={words.fit} title={`${words.fit} (0)`} onClick={fit}>
        <IconViewfinder size={16} stroke={1.5} />
      </ActionIcon>
      <Tool
        label={messages.workbench.switches.isMapShown}
        keys="M"
        icon={IconMap}
        isOn={isMapShown}
        onClick={() => bench.toggle("isMapShown")}
      />
    </Panel>
  );
}

/**
 * Moves the canvas so far that what is selected can be seen, also after the detail at the side has taken its room; but
 * never while a second click may still come, or the pointer holds something.
 */
function useSelectedInView(): void {
  const bench = useBench();
  const chosen = useBenchState((state) => state.selected);
  const [selected] = chosen.size === 1 ? chosen : [];
  const { getNode, getViewport, setCenter } = useReactFlow();
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  useEffect(() => {
    const bringIn = () => {
      const node = selected ? getNode(selected) : undefined;
      if (!node || node.type !== "element" || bench.isPressed) return;
      const { x, y, zoom } = getViewport();
      const left = node.position.x * zoom + x;
      const top = node.position.y * zoom + y;
      const isInView =
        left >= 0 && top >= 0 && left + (node.width ?? 0) * zoom <= width && top + (node.height ?? 0) * zoom <= height;
      const isTooFar = bench.sought === selected && zoom < LEGIBLE;
      bench.sought = undefined;
      if (!isInView || isTooFar)
        void setCenter(node.position.x + (node.width ?? 0) / 2, node.position.y + (node.height ?? 0) / 2, {
          zoom: isTooFar ? LEGIBLE : zoom,
          ...QUICK,
        });
    };
    const timer = setTimeout(bringIn, bench.detail.patience);
    return () => clearTimeout(timer);
  }, [bench, selected, width, height, getNode, getViewport, setCenter]);
}

/** Shows the whole of what stands out, with some of what lies around it. */
function useTrailInView(): void {
  const { trail } = useMarks();
  const { fitView } = useReactFlow();
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const canvas = useStore((state) => state.domNode);
  const stops = trail?.elements.join(" ") ?? "";
  useEffect(() => {
    if (stops && width && height) {
      canvas?.scrollIntoView({ block: "nearest" });
      void fitView({ nodes: stops.split(" ").map((id) => ({ id })), padding: 0.3, maxZoom: 1, ...QUICK });
    }
  }, [stops, width, height, canvas, fitView]);
}
