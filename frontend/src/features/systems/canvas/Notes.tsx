/** What has to be said on the canvas: how to begin, and what is not drawn here. */
import { Button } from "@mantine/core";
import { Panel } from "@xyflow/react";
import { messages } from "@/lib/messages";
import { bring, bringAll, nowhereOf } from "./missing";
import type { Scene } from "./scene";
import { useBench } from "./useBench";
import classes from "./canvas.module.css";

const words = messages.workbench;

interface NotesProps {
  scene: Scene;
  isPaletteOpen: boolean;
  onPalette: () => void;
}

export function Notes({ scene, isPaletteOpen, onPalette }: NotesProps) {
  const bench = useBench();
  const { missing, boxes, others } = scene;
  const nowhere = nowhereOf(scene);
  const begin = isPaletteOpen ? words.start : words.startNarrow;
  const bringing = bench.mayMove ? (
    <>
      <Button size="compact-xs" onClick={() => (boxes.size === 0 ? bringAll(bench) : bring(bench, nowhere))}>
        {others.isAlone || boxes.size > 0 ? words.placeMissing : words.placeAll}
      </Button>
      {isPaletteOpen ? null : (
        <Button size="compact-xs" variant="subtle" onClick={onPalette}>
          {words.choose}
        </Button>
      )}
    </>
  ) : null;
  if (boxes.size === 0 && missing.length === 0)
    return bench.mayEdit ? (
      <Panel position="center-left" className={classes.start}>
        {begin}
      </Panel>
    ) : null;
  if (boxes.size === 0)
    return (
      <Panel position="center-left" className={classes.start} data-with-actions={bench.mayMove || undefined}>
        <p>{bench.mayEdit ? words.startSecond(missing.length, begin) : words.emptyDiagram}</p>
        {bringing}
      </Panel>
    );
  // With several diagrams it is as it should be that one of them does not show everything; some has to.
  if (nowhere.length === 0) return null;
  return (
    <Panel position="bottom-center" className={classes.note}>
      {messages.picture.notPlaced(nowhere.length)}
      {bringing}
    </Panel>
  );
}
