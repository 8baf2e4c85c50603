/** What the model has and this diagram does not show: dragged to its place, or clicked and put where it belongs. */
import { Button } from "@mantine/core";
import type { DragEvent } from "react";
import { KindIcon } from "@/components/KindIcon";
import { messages } from "@/lib/messages";
import { matches } from "@/lib/text";
import { BoundaryIcon } from "./BoundaryIcon";
import { neighboursOf } from "./bringing";
import { bring, bringAll } from "./missing";
import type { Scene } from "./scene";
import { useBench, useBenchState } from "./useBench";
import classes from "./palette.module.css";

const words = messages.workbench;
export const CARRIED_PART = "application/x-bifocal-part";
const MOST = 40;

export function MissingParts({ scene, query }: { scene: Scene; query: string }) {
  const bench = useBench();
  const selected = useBenchState((state) => state.selected);
  const { missing, missingBoundaries } = scene;
  const all = [...missing, ...missingBoundaries];
  if (all.length === 0) return null;
  const found = all.filter(({ name }) => matches(`${name} ${words.notHere}`, query));
  const neighbours = neighboursOf(scene, selected);
  return (
    <div role="group" aria-label={words.notHere}>
      <h2>{words.notHereCount(all.length)}</h2>
      <div className={classes.actions}>
        <Button size="compact-xs" onClick={() => bringAll(bench)}>
          {words.placeAll}
        </Button>
        {neighbours.length > 0 ? (
          <Button size="compact-xs" variant="subtle" onClick={() => bring(bench, neighbours)}>
            {words.placeNeighbours(neighbours.length)}
          </Button>
        ) : null}
      </div>
      {found.slice(0, MOST).map((part) => (
        <button
          key={part.id}
          type="button"
          draggable
          onDragStart={(event) => carry(event, part.id)}
          onClick={() => bring(bench, [part.id])}
        >
          {"kind" in part ? <KindIcon kind={part.kind} /> : <BoundaryIcon />}
          {part.name}
        </button>
      ))}
      {found.length > MOST ? <p>{words.andMore(found.length - MOST)}</p> : null}
    </div>
  );
}

function carry(event: DragEvent, id: string): void {
  event.dataTransfer.setData(CARRIED_PART, id);
  event.dataTransfer.effectAllowed = "copy";
}
