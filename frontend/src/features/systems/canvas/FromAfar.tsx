/**
 * What is seen from afar: a few outlines instead of a thousand boxes, which a browser would paint one by one for every
 * frame. What is moved stands in an outline of its own, so that the many that stand still stay as they are.
 */
import { memo, useMemo } from "react";
import { type Box, longestPiece, middleOf, type Spot } from "./geometry";
import { useMarks } from "./marks";
import { moved, type Moves } from "./moving";
import type { DrawnFlow, Scene } from "./scene";
import { useBenchState } from "./useBench";
import classes from "./canvas.module.css";

interface LinesProps {
  flows: readonly DrawnFlow[];
  under: ReadonlyMap<string, DrawnFlow>;
  selected: ReadonlySet<string>;
}

export function LinesFromAfar({ flows, under, selected }: LinesProps) {
  const still = useMemoOfIds(under, (ids) => lines(flows.filter(({ flow }) => !ids.has(flow.id))), flows);
  const chosen = flows.filter(({ flow }) => selected.has(flow.id));
  return (
    <>
      <Outline path={still} look={classes.plain} />
      <Outline path={lines([...under.values()])} look={classes.plain} />
      {chosen.map(({ flow, path }) => (
        <path key={flow.id} d={path} className={classes.chosen} />
      ))}
    </>
  );
}

export function BoxesFromAfar({ scene, moves }: { scene: Scene; moves: Moves }) {
  const { trail } = useMarks();
  const selected = useBenchState((state) => state.selected);
  const zones = scene.boundaries.map(({ boundary, box }) => [boundary.id, box] as const);
  const cards = scene.elements.map(({ element, box }) => [element.id, box] as const);
  const stillOf = (all: typeof zones) => (ids: ReadonlySet<string>) => boxes(all.filter(([id]) => !ids.has(id)));
  const stillZones = useMemoOfIds(moves, stillOf(zones), scene);
  const stillCards = useMemoOfIds(moves, stillOf(cards), scene);
  const nowOf = ([id, box]: (typeof zones)[number]) => [id, moved(box, moves.get(id) ?? [0, 0])] as const;
  const moving = (all: typeof zones) => boxes(all.filter(([id]) => moves.has(id)).map(nowOf));
  const outlineOf = (ids: ReadonlySet<string>) => boxes(cards.filter(([id]) => ids.has(id)).map(nowOf));
  return (
    <g data-trail={trail ? "off" : undefined} className={classes.afar}>
      <Outline path={stillZones} look={classes.zones} />
      <Outline path={moving(zones)} look={classes.zones} />
      <Outline path={stillCards} look={classes.cards} />
      <Outline path={moving(cards)} look={classes.cards} />
      <Outline path={outlineOf(selected)} look={classes.chosenCards} />
    </g>
  );
}

const DOT = 12;

/** One drawing of a dot at the corner of everything that is talked about. */
export function CommentsFromAfar({ scene, moves }: { scene: Scene; moves: Moves }) {
  const { threads } = useMarks();
  const dots = useMemo(() => {
    const spots: Spot[] = [...scene.boxes].flatMap(([id, box]): Spot[] => {
      const { x, y, width } = moved(box, moves.get(id) ?? [0, 0]);
      return threads.has(id) ? [[x + width, y]] : [];
    });
    for (const { flow, points } of scene.flows) {
      const piece = threads.has(flow.id) && longestPiece(points);
      if (piece) spots.push(middleOf(piece));
    }
    return spots.map(([x, y]) => `M${x - DOT} ${y}a${DOT} ${DOT} 0 1 0 ${2 * DOT} 0a${DOT} ${DOT} 0 1 0 ${-2 * DOT} 0`);
  }, [scene, moves, threads]);
  return dots.length > 0 ? <path d={dots.join("")} className={classes.comments} /> : null;
}

const Outline = memo(function Outline({ path, look }: { path: string; look: string | undefined }) {
  return <path d={path} className={look} />;
});

/** Worked out anew only when other ids are among those that move, or `all` is another. */
function useMemoOfIds(moving: ReadonlyMap<string, unknown>, work: (ids: ReadonlySet<string>) => string, all: unknown) {
  const names = [...moving.keys()].join(" ");
  // eslint-disable-next-line react-hooks/exhaustive-deps -- `work` is made of `all`.
  return useMemo(() => work(new Set(names.split(" "))), [names, all]);
}

const lines = (flows: readonly DrawnFlow[]): string =>
  flows.map(({ points }) => `M${points.map(([x, y]) => `${Math.round(x)} ${Math.round(y)}`).join("L")}`).join("");

export const boxes = (all: readonly (readonly [string, Box])[]): string =>
  all.map(([, { x, y, width, height }]) => `M${x} ${y}h${width}v${height}h${-width}Z`).join("");
