/** One diagram of the system on the canvas, which loads when it is first asked for. */
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useArrangement } from "@/api/parts";
import { useFollowed, useLooks } from "@/api/presence";
import type { Picture } from "@/api/picture";
import { useMay } from "@/api/scope";
import type { Standing } from "@/api/standing";
import type { Arrangement, Diagram } from "@/api/types";
import { type ShownDiagram, useShownDiagram } from "@/app/pages/useShownDiagram";
import { Loaded } from "@/components/Loaded";
import { Loading } from "@/components/Loading";
import { sceneOf } from "@/features/systems/canvas/scene";
import { DiagramBar } from "@/features/systems/diagrams/DiagramBar";
import { ShownPanel } from "@/features/systems/diagrams/ShownPanel";
import { useDiagramDeeds } from "@/features/systems/diagrams/useDiagramDeeds";
import classes from "./system.module.css";

export const loadCanvas = () => import("@/features/systems/canvas/Canvas");
const Canvas = lazy(loadCanvas);
const NOTHING: Arrangement = { placements: [], flows: [] };

interface PictureCanvasProps {
  picture: Picture;
  shown: string | undefined;
  /** What stands before the diagrams, in one row with them. */
  views: ReactNode;
  onOpen: (id: string | null) => void;
}

export function PictureCanvas({ picture, shown, views, onOpen }: PictureCanvasProps) {
  const { diagram, trail, choose, ...known } = useShownDiagram(picture);
  const [naming, setNaming] = useState<string | null>(null);
  const mayEdit = useMay("edit_system");
  const arrangement = useArrangement(diagram?.id);
  const scene = useScene(picture, diagram, diagram ? arrangement.data : NOTHING, known);
  const { diagrams } = picture;
  const onAdded = (id: string) => {
    choose(id);
    setNaming(id);
  };
  const onRemoved = useReturned(diagrams, choose);
  const deeds = useDiagramDeeds({ diagrams, current: diagram, scene, onAdded, onRemoved });
  return (
    <>
      <GoesAlong shown={diagram?.id} diagrams={diagrams} onChoose={choose} />
      <div className={classes.row}>
        {views}
        <DiagramBar
          diagrams={diagrams}
          current={diagram}
          deeds={deeds}
          naming={naming}
          onNaming={setNaming}
          onChoose={choose}
          onAbout={onOpen}
        />
      </div>
      <ShownPanel diagrams={diagrams} current={diagram}>
        <Loaded query={{ ...arrangement, data: scene }}>
          {(drawn) => (
            <Suspense fallback={<Loading />}>
              <Canvas
                key={`${drawn.diagram} ${mayEdit}`}
                scene={drawn}
                mayEdit={mayEdit}
                counts={picture.counts}
                threads={picture.threads}
                trail={trail}
                shown={shown}
                onOpen={onOpen}
                onSplit={deeds.split}
              />
            </Suspense>
          )}
        </Loaded>
      </ShownPanel>
    </>
  );
}

/** Opens a diagram that comes back after it was removed on this page; it has to be told of the removal. */
function useReturned(diagrams: readonly Diagram[], choose: (id: string) => void): (id: string) => void {
  const removed = useRef(new Set<string>());
  const before = useRef(diagrams);
  useEffect(() => {
    const known = new Set(before.current.map(({ id }) => id));
    before.current = diagrams;
    const back = diagrams.find(({ id }) => removed.current.has(id) && !known.has(id));
    if (back) choose(back.id);
  }, [diagrams, choose]);
  return useCallback((id: string) => void removed.current.add(id), []);
}

interface GoesAlongProps {
  shown: string | undefined;
  diagrams: readonly Diagram[];
  onChoose: (id: string) => void;
}

/** Turns to the diagram at which whoever is followed looks; apart, for looks come ten times a second. */
function GoesAlong({ shown, diagrams, onChoose }: GoesAlongProps) {
  const followed = useFollowed()?.person;
  const theirs = useLooks().get(followed ?? "")?.diagram;
  const isOther = theirs !== undefined && theirs !== shown && diagrams.some(({ id }) => id === theirs);
  useEffect(() => {
    if (isOther) onChoose(theirs);
  }, [isOther, theirs, onChoose]);
  return null;
}

function useScene(
  { elements, boundaries, flows, diagrams }: Picture,
  diagram: Diagram | undefined,
  arrangement: Arrangement | undefined,
  { standing, isWhole }: Pick<ShownDiagram, "standing" | "isWhole">,
) {
  const id = diagram?.id ?? "";
  const isAlone = diagrams.length < 2;
  const elsewhere = useElsewhere(
    isAlone ? [] : isWhole ? standingElsewhere(id, standing) : [...elements, ...boundaries],
  );
  return useMemo(
    () => arrangement && sceneOf(id, { elements, boundaries, flows }, arrangement, { isAlone, elsewhere }),
    [id, elements, boundaries, flows, arrangement, isAlone, elsewhere],
  );
}

const NOWHERE: ReadonlySet<string> = new Set();

function standingElsewhere(here: string, standing: Standing): { id: string }[] {
  return [...standing].flatMap(([id, on]) => (on.some((one) => one.id !== here) ? [{ id }] : []));
}

/**
 * What other diagrams show, or may show as long as not all are known: it must not leave the model by mistake. The very
 * same set as long as that is so, as a scene that is new interrupts what is going on.
 */
function useElsewhere(parts: readonly { id: string }[]): ReadonlySet<string> {
  const said = parts.map(({ id }) => id).join(" ");
  return useMemo(() => (said ? new Set(said.split(" ")) : NOWHERE), [said]);
}
