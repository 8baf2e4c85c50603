/** On which diagrams a part stands; each leads there. */
import { Link } from "@tanstack/react-router";
import { useParts } from "@/api/parts";
import { diagramsWith, useDiagrams, useStanding } from "@/api/standing";
import { messages } from "@/lib/messages";
import classes from "./diagrams.module.css";

const words = messages.diagrams;

export function StandsOn({ id }: { id: string }) {
  const { standing, isWhole } = useStanding();
  const flows = useParts("flows").data;
  const count = useDiagrams().data?.length ?? 0;
  // With one diagram there is nothing to say that is not seen.
  if (!isWhole || !flows || count < 2) return null;
  const diagrams = diagramsWith(id, standing, flows);
  return (
    <p className={classes.standing}>
      <span>{diagrams.length > 0 ? words.standsOn : words.standsNowhere}</span>
      {diagrams.map((diagram) => (
        <Link
          key={diagram.id}
          from="/w/$workspace/systems/$system/picture"
          to="."
          search={(search) => ({ ...search, view: "canvas" as const, diagram: diagram.id, show: id })}
        >
          {diagram.title}
        </Link>
      ))}
    </p>
  );
}
