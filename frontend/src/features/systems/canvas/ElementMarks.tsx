/** How many threats and hazards an element has. One with only one of them says what was not found. */
import { Link } from "@tanstack/react-router";
import { useSystemScope } from "@/api/scope";
import type { Element } from "@/api/types";
import { LensCount } from "@/components/LensCount";
import { SOURCES } from "@/lib/lens";
import { messages } from "@/lib/messages";
import { useMarks } from "./marks";
import { useBenchState } from "./useBench";
import classes from "./canvas.module.css";

const words = messages.workbench;

export function ElementMarks({ element }: { element: Element }) {
  const params = useSystemScope();
  const count = useMarks().counts.get(element.id);
  const isShown = useBenchState((state) => state.isLensShown);
  if (!count || !isShown) return null;
  const isOneSided = count.adversarial === 0 || count.unintended === 0;
  return (
    <span className={`${classes.counts} nodrag nopan`} data-one-sided={isOneSided || undefined}>
      {SOURCES.map((source) =>
        count[source] > 0 ? (
          <Link
            key={source}
            to="/w/$workspace/systems/$system/findings"
            params={params}
            search={{ target: element.id, source }}
            tabIndex={-1}
          >
            <LensCount source={source} count={count[source]} size={16} />
          </Link>
        ) : (
          <span key={source} className={classes.lacking} data-source={source} title={words.oneSided[source]}>
            <span className="visually-hidden">{words.oneSided[source]}</span>
          </span>
        ),
      )}
    </span>
  );
}
