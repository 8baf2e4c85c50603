/** Which diagram the canvas shows: the one that the address names, or one that has what is to be seen. */
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useEffect, useState } from "react";
import type { Picture } from "@/api/picture";
import { diagramsWith, type Standing, useStanding } from "@/api/standing";
import type { Diagram } from "@/api/types";
import { useTrail } from "@/app/pages/PathBar";
import type { Trail } from "@/lib/trail";

const FROM = "/w/$workspace/systems/$system/picture";

export interface ShownDiagram {
  diagram: Diagram | undefined;
  trail: Trail | undefined;
  standing: Standing;
  /** Whether `standing` knows all diagrams; until then whatever is not in it may still stand somewhere. */
  isWhole: boolean;
  choose: (id: string) => void;
}

export function useShownDiagram({ diagrams, flows }: Picture): ShownDiagram {
  const { diagram: asked, show, path } = useSearch({ from: FROM });
  const navigate = useNavigate({ from: FROM });
  const trail = useTrail(path, { flows });
  const { standing, isWhole } = useStanding();
  const isOn = (id: string, on: Diagram) => id === on.id || diagramsWith(id, standing, flows).includes(on);
  const wanted = show ? [show] : (trail?.elements ?? []);
  const find = (id: string | undefined) => diagrams.find((one) => one.id === id) ?? diagrams[0];
  // It turns to another diagram once for everything that is to be seen: what leaves the diagram later leads nowhere.
  const sought = wanted.join(" ");
  const [turned, setTurned] = useState({ sought: "", from: asked, to: asked });
  if (isWhole && sought !== turned.sought)
    setTurned({ sought, from: asked, to: diagramOf(wanted, find(asked), diagrams, isOn)?.id });
  const diagram = find(turned.sought === sought && turned.from === asked ? turned.to : asked);
  const shown = diagram?.id;
  useEffect(() => {
    // Whoever closes the detail stays where it was shown; and an address that names nothing is put right.
    const isSaid = shown === asked || (asked === undefined && shown === diagrams[0]?.id);
    if (!isSaid) void navigate({ search: (search) => ({ ...search, diagram: shown }), replace: true });
  }, [shown, asked, diagrams, navigate]);
  const choose = useCallback(
    (id: string) => {
      const next = diagrams.find((one) => one.id === id);
      const isAbout = diagrams.some((one) => one.id === show);
      const isSeen = (part: string) => next !== undefined && isOn(part, next);
      void navigate({
        search: (search) => ({
          ...search,
          diagram: id,
          // What does not stand there would lead straight back.
          show: isAbout ? id : show && (show === "system" || isSeen(show)) ? show : undefined,
          path: trail?.elements.some(isSeen) ? path : undefined,
        }),
      });
    },
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `isOn` is made of these
    [diagrams, standing, flows, show, path, trail, navigate],
  );
  return { diagram, trail, standing, isWhole, choose };
}

/** The one that was named, unless it has nothing of what is to be seen and another has: then the one that has most. */
function diagramOf(
  wanted: readonly string[],
  named: Diagram | undefined,
  diagrams: readonly Diagram[],
  isOn: (id: string, on: Diagram) => boolean,
): Diagram | undefined {
  const count = (on: Diagram) => wanted.filter((id) => isOn(id, on)).length;
  if (!named || count(named) > 0) return named;
  const [best] = diagrams.map((on) => ({ on, has: count(on) })).toSorted((one, other) => other.has - one.has);
  return best && best.has > 0 ? best.on : named;
}
