/** The drawing itself: boxes by the canvas library, flows by ourselves, and what is done with pointer and keys. */
import { Background, BackgroundVariant, ReactFlow, useStore } from "@xyflow/react";
import { useMemo, useState } from "react";
import { messages } from "@/lib/messages";
import { GRID } from "./adding";
import { Asking } from "./Asking";
import { BoundaryNode } from "./BoundaryNode";
import type { CanvasProps } from "./Canvas";
import { openingView, toldTo } from "./boardEvents";
import { CanvasControls } from "./CanvasControls";
import { ElementNode } from "./ElementNode";
import { exposureOf } from "./exposure";
import { FlowLayer } from "./FlowLayer";
import { FlowRename } from "./FlowRename";
import { Legend } from "./Legend";
import { Minimap } from "./Minimap";
import { type Marks, MarksContext } from "./marks";
import { type Moves } from "./moving";
import { nodesMarked, nodesNow, nodesOf } from "./nodes";
import { Notes } from "./Notes";
import { Others } from "./Others";
import type { Scene } from "./scene";
import { SelectionBar } from "./SelectionBar";
import { SPOKEN_BY_THE_LIBRARY } from "./spokenByTheLibrary";
import { Tools } from "./Tools";
import { useDrops } from "./useDrops";
import { useLookOut } from "./useLookOut";
import { usePinch, ZOOM } from "./usePinch";
import { farOf, useView } from "./useView";
import { useBench, useBenchState } from "./useBench";
import classes from "./canvas.module.css";

const NODES = { element: ElementNode, boundary: BoundaryNode };
const MANY = 150;
const STILL: Moves = new Map();
const ALSO = ["Shift", "Meta", "Control"];

interface BoardProps extends Pick<CanvasProps, "scene" | "counts" | "threads" | "trail" | "shown" | "onSplit"> {
  isPaletteOpen: boolean;
  onPalette: () => void;
}

export function Board({ scene, counts, threads, trail, shown, onSplit, ...palette }: BoardProps) {
  const bench = useBench();
  const [canvas, setCanvas] = useState<HTMLElement | null>(null);
  const view = useView(canvas);
  const told = useMemo(() => toldTo(bench), [bench]);
  useLookOut(canvas, bench);
  usePinch(canvas, bench);
  const drops = useDrops();
  const isSnapping = useBenchState((state) => state.isSnapping);
  const isLocked = useBenchState((state) => state.isLocked);
  const isExposed = useBenchState((state) => state.isExposed);
  const isFar = useStore((state) => state.transform[2] < farOf(scene));
  const exposure = useMemo(() => (isExposed ? exposureOf(scene.model) : undefined), [isExposed, scene]);
  const marks = useMemo(() => ({ counts, threads, trail, exposure, isFar }), [counts, threads, trail, exposure, isFar]);
  const nodes = useNodes(scene, marks);
  const [opening] = useState(() => openingView(scene, shown, window.innerWidth));
  // Where nothing is drawn yet, the first thing stays where it is put.
  const [isFitted] = useState(scene.boxes.size > 0);
  const isMany = nodes.length > MANY;
  return (
    <MarksContext value={marks}>
      {/* Its keys are those of useCanvasKeys; inside it, arrows move things and do not read on. */}
      <div
        ref={setCanvas}
        className={classes.canvas}
        dir="ltr"
        role="application"
        aria-label={messages.tabs.picture}
        aria-describedby="canvas-keys"
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the door through which keys come in
        tabIndex={0}
        data-canvas
        data-exposed={isExposed || undefined}
        data-far={isFar || undefined}
        {...view.tracking}
        {...drops}
      >
        <p id="canvas-keys" className="visually-hidden">
          {messages.workbench.howToUse}
        </p>
        <ReactFlow
          nodes={nodes}
          nodeTypes={NODES}
          ariaLabelConfig={SPOKEN_BY_THE_LIBRARY}
          {...told}
          nodesDraggable={bench.mayEdit && !isLocked}
          nodesConnectable={false}
          nodesFocusable={false}
          disableKeyboardA11y
          deleteKeyCode={null}
          multiSelectionKeyCode={ALSO}
          nodeDragThreshold={3}
          snapToGrid={isSnapping}
          snapGrid={[GRID, GRID]}
          elevateNodesOnSelect={false}
          onlyRenderVisibleElements={isMany && !isFar}
          zoomOnDoubleClick={false}
          fitView={isFitted}
          fitViewOptions={opening}
          {...ZOOM}
        >
          {isFar ? null : (
            <Background
              variant={BackgroundVariant.Dots}
              gap={3 * GRID}
              size={1}
              color="var(--hairline)"
              bgColor="var(--paper)"
            />
          )}
          <FlowLayer scene={scene} />
          <FlowRename scene={scene} />
          <Others scene={scene} />
          <Tools {...palette} onFit={view.moving.fit} />
          <SelectionBar scene={scene} onZoom={view.moving.zoomToSelection} onSplit={onSplit} />
          <CanvasControls />
          <Legend exposure={exposure} />
          <Minimap scene={scene} />
          <Notes scene={scene} {...palette} />
          <Asking />
        </ReactFlow>
      </div>
    </MarksContext>
  );
}

function useNodes(scene: Scene, { isFar, trail, exposure }: Marks) {
  const selected = useBenchState((state) => state.selected);
  const moves = useBenchState((state) => (state.moves?.scene === scene ? state.moves.by : STILL));
  const sizing = useBenchState((state) => (state.sizing?.scene === scene ? state.sizing : null));
  const pointed = useBenchState((state) => (isFar ? state.hovered : null));
  const renamed = useBenchState((state) => (isFar ? state.renaming : null));
  const still = useMemo(() => nodesOf(scene), [scene]);
  const standingOut = useMemo(() => {
    const told = isFar ? [...(trail?.elements ?? []), ...(exposure?.reached ?? [])] : [];
    return new Set([pointed, renamed, ...told].filter((id) => id !== null));
  }, [isFar, trail, exposure, pointed, renamed]);
  // Apart, so that what is selected and stands still is the very same from step to step.
  const marked = useMemo(() => nodesMarked(still, selected, standingOut), [still, selected, standingOut]);
  return useMemo(() => nodesNow(marked, scene.boxes, { isFar, moves, sizing }), [marked, scene, isFar, moves, sizing]);
}
