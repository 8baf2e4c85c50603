/** How many threats and hazards an element has, and open comments. One with only one lens says what was not found. */
import { Link } from "@tanstack/react-router";
import { useSystemScope } from "@/api/scope";
import type { Element } from "@/api/types";
import { CommentMark } from "@/components/CommentMark";
import { LensCount } from "@/components/LensCount";
import { SOURCES } from "@/lib/lens";
import { messages } from "@/lib/messages";
import { useMarks } from "./marks";
import type { Corner } from "./signs";
import { useBenchState } from "./useBench";
import classes from "./canvas.module.css";

const words = messages.workbench;

export function ElementMarks({ element, corner }: { element: Element; corner: Corner }) {
  const params = useSystemScope();
  const { counts, threads } = useMarks();
  const isShown = useBenchState((state) => state.isLensShown);
  const count = isShown ? counts.get(element.id) : undefined;
  const open = threads.get(element.id);
  if (!count && !open) return null;
  const isOneSided = count && (count.adversarial === 0 || count.unintended === 0);
  return (
    <span className={`${classes.counts} nodrag nopan`} data-corner={corner} data-one-sided={isOneSided || undefined}>
      {(count ? SOURCES : []).map((source) =>
        count?.[source] ? (
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
      <CommentMark id={element.id} count={open} />
    </span>
  );
}
