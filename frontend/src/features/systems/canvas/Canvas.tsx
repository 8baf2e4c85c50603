/** The picture of a system, to look at and to draw in. */
import "@xyflow/react/dist/base.css";
import { ReactFlowProvider } from "@xyflow/react";
import { useEffect, useLayoutEffect, useState } from "react";
import type { OpenThreads } from "@/api/comments";
import { useDeeds } from "@/api/useDeeds";
import type { LensCounts } from "@/lib/counts";
import { usePageLeave } from "@/components/usePageLeave";
import { messages } from "@/lib/messages";
import type { Trail } from "@/lib/trail";
import { useUndoKeys } from "../useUndoKeys";
import { Board } from "./Board";
import { Palette } from "./Palette";
import type { Scene } from "./scene";
import { useBenchState, WorkbenchContext } from "./useBench";
import { Workbench } from "./workbench";
import classes from "./canvas.module.css";

/** How wide a window has to be for the palette to be open from the start: the picture comes first, where there is one. */
const WIDE = 1_000;
const ROOMY = 1_600;

export interface CanvasProps {
  scene: Scene;
  mayEdit: boolean;
  counts: ReadonlyMap<string, LensCounts>;
  threads: OpenThreads;
  trail: Trail | undefined;
  /** What is open at the side. */
  shown: string | undefined;
  onOpen: (id: string | null) => void;
  /** A further diagram of these parts. */
  onSplit: (ids: ReadonlySet<string>) => void;
}

export default function Canvas({ scene, mayEdit, counts, threads, trail, shown, onOpen, onSplit }: CanvasProps) {
  const deeds = useDeeds();
  const [bench] = useState(() => new Workbench(scene, deeds, mayEdit, shown));
  const [isPaletteOpen, setIsPaletteOpen] = useState(
    mayEdit && window.innerWidth > (scene.boxes.size > 0 ? ROOMY : WIDE),
  );
  useLayoutEffect(() => bench.see(scene), [bench, scene]);
  usePageLeave(() => bench.endSteps());
  useEffect(() => bench.follow(onOpen, shown), [bench, onOpen, shown]);
  useUndoKeys({ undo: () => void bench.undo(), redo: () => void bench.redo() });
  return (
    <WorkbenchContext value={bench}>
      <div className={classes.frame} data-with-palette={isPaletteOpen || undefined}>
        {isPaletteOpen ? <Palette scene={scene} onClose={() => setIsPaletteOpen(false)} /> : null}
        <ReactFlowProvider>
          <Board
            scene={scene}
            counts={counts}
            threads={threads}
            trail={trail}
            shown={shown}
            onSplit={onSplit}
            isPaletteOpen={isPaletteOpen}
            onPalette={() => setIsPaletteOpen(true)}
          />
        </ReactFlowProvider>
        <Said />
      </div>
    </WorkbenchContext>
  );
}

/** Says what happened to those who do not see it. */
function Said() {
  const said = useBenchState((state) => state.said);
  return (
    <p className="visually-hidden" role="log" aria-label={messages.workbench.happened}>
      {said}
    </p>
  );
}
