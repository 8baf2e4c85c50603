/** Zooming and fitting, by button and by key. */
import { ActionIcon } from "@mantine/core";
import { IconMinus, IconPlus, IconViewfinder } from "@tabler/icons-react";
import { Panel, useReactFlow } from "@xyflow/react";
import { useShortcuts } from "@/components/useShortcuts";
import { messages } from "@/lib/messages";
import classes from "./canvas.module.css";

const words = messages.picture;
const QUICK = { duration: 160 };

export function CanvasControls() {
  const { zoomIn, zoomOut, fitView } = useReactFlow();
  const fit = () => void fitView({ padding: 0.06, maxZoom: 1.1, ...QUICK });
  useShortcuts({ "0": fit, "+": () => void zoomIn(QUICK), "-": () => void zoomOut(QUICK) });
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
    </Panel>
  );
}
