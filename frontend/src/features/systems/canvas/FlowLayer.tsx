/** All flows as one drawing under the elements. From afar all is a few outlines; near by, only what is in view is drawn. */
import { useStore, ViewportPortal } from "@xyflow/react";
import { useDeferredValue, useMemo } from "react";
import { FlowComments } from "./FlowComments";
import { FlowLine } from "./FlowLine";
import { BoxesFromAfar, CommentsFromAfar, LinesFromAfar } from "./FromAfar";
import { JoiningLine } from "./JoiningLine";
import { namesOf } from "./labels";
import { useMarks } from "./marks";
import { flowsAfter, type Moves } from "./moving";
import { type DrawnFlow, drawnFlow, type Scene } from "./scene";
import { useBenchState } from "./useBench";
import classes from "./canvas.module.css";

/** More than these are drawn only where they can be seen. */
const MANY = 250;
const STILL: Moves = new Map();

export function FlowLayer({ scene }: { scene: Scene }) {
  const moves = useBenchState((state) => (state.moves?.scene === scene ? state.moves.by : STILL));
  const bending = useBenchState((state) => (state.bending?.scene === scene ? state.bending : null));
  const { isFar, trail, exposure } = useMarks();
  const under = useMemo(() => {
    const changed = new Map(flowsAfter(scene, moves));
    const flow = bending && scene.model.flows.find(({ id }) => id === bending.flow);
    const drawn = flow ? drawnFlow(scene.asides, flow, bending.bends, scene.boxes) : undefined;
    return drawn ? changed.set(drawn.flow.id, drawn) : changed;
  }, [scene, moves, bending]);
  const selected = useBenchState((state) => state.selected);
  const isPlain = isFar && !trail && !exposure;
  return (
    <ViewportPortal>
      <svg className={classes.flows} aria-hidden={isPlain || undefined}>
        <Arrows />
        {isPlain ? (
          <LinesFromAfar flows={scene.flows} under={under} selected={selected} />
        ) : (
          <NearBy scene={scene} under={under} selected={selected} />
        )}
        {isFar ? <BoxesFromAfar scene={scene} moves={moves} /> : null}
        {isFar ? <CommentsFromAfar scene={scene} moves={moves} /> : null}
        <JoiningLine scene={scene} />
      </svg>
    </ViewportPortal>
  );
}

interface LinesProps {
  under: ReadonlyMap<string, DrawnFlow>;
  selected: ReadonlySet<string>;
}

function NearBy({ scene, under, selected }: LinesProps & { scene: Scene }) {
  // Finding places for names takes its time; lines do not wait for it.
  const settled = useDeferredValue(scene);
  const names = useMemo(() => namesOf(settled), [settled]);
  const view = useView(scene.flows.length > MANY);
  const seen = useMemo(() => {
    if (!view) return scene.flows;
    return scene.flows.filter(({ points }) => isSeen(points, view));
  }, [scene, view]);
  const { threads, isFar, trail } = useMarks();
  // A name whose line is on the move has no place yet.
  const labelOf = (id: string) => (under.has(id) ? undefined : names.get(id));
  const now = seen.map((drawn) => under.get(drawn.flow.id) ?? drawn);
  return (
    <>
      {now.map((drawn) => (
        <FlowLine
          key={drawn.flow.id}
          drawn={drawn}
          label={labelOf(drawn.flow.id)}
          isSelected={selected.has(drawn.flow.id)}
        />
      ))}
      {isFar || trail ? null : <FlowComments flows={now} threads={threads} labelOf={labelOf} />}
    </>
  );
}

type View = readonly [left: number, top: number, right: number, bottom: number];
const CELL = 400;

/** What is in view and a little around, in steps, so that it seldom changes. */
function useView(isAsked: boolean): View | null {
  const text = useStore(({ transform: [x, y, zoom], width, height }) => {
    if (!isAsked) return "";
    const cell = CELL / zoom;
    const [left, top] = [Math.floor(-x / zoom / cell) - 1, Math.floor(-y / zoom / cell) - 1];
    const [right, bottom] = [Math.ceil((width - x) / zoom / cell) + 1, Math.ceil((height - y) / zoom / cell) + 1];
    return [left, top, right, bottom].map((edge) => Math.round(edge * cell)).join(" ");
  });
  return useMemo(() => (text ? (text.split(" ").map(Number) as unknown as View) : null), [text]);
}

function isSeen(points: DrawnFlow["points"], [left, top, right, bottom]: View): boolean {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return Math.max(...xs) >= left && Math.min(...xs) <= right && Math.max(...ys) >= top && Math.min(...ys) <= bottom;
}

function Arrows() {
  return (
    <defs>
      {["flow", "ink"].map((name) => (
        <marker
          key={name}
          id={`arrow-${name}`}
          viewBox="0 0 10 10"
          refX="9"
          refY="5"
          markerWidth="9"
          markerHeight="9"
          markerUnits="userSpaceOnUse"
          orient="auto-start-reverse"
        >
          <path d="M1 1 9 5 1 9Z" className={classes.arrow} data-of={name} />
        </marker>
      ))}
    </defs>
  );
}
