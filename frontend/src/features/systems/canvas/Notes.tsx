/** What has to be said on the canvas: how to begin, and what is not drawn here. */
import { Button } from "@mantine/core";
import { Panel } from "@xyflow/react";
import { messages } from "@/lib/messages";
import type { Scene } from "./scene";
import { useBench } from "./useBench";
import classes from "./canvas.module.css";

const words = messages.workbench;

export function Notes({ scene, isPaletteOpen }: { scene: Scene; isPaletteOpen: boolean }) {
  const bench = useBench();
  const { missing, boxes } = scene;
  if (boxes.size === 0 && bench.mayEdit)
    return (
      <Panel position="center-left" className={classes.start}>
        {isPaletteOpen ? words.start : words.startNarrow}
      </Panel>
    );
  if (missing.length === 0) return null;
  return (
    <Panel position="bottom-center" className={classes.note}>
      {messages.picture.notPlaced(missing.length)}
      {bench.mayMove ? (
        <Button size="compact-xs" onClick={() => bench.placeMissing()}>
          {words.placeMissing}
        </Button>
      ) : null}
    </Panel>
  );
}
