/** Everything else that is known about a finding: text, harms, the other side, controls, references. */
import { useVocabulary } from "@/api/catalogue";
import { useNames } from "@/api/names";
import type { Finding } from "@/api/types";
import { ControlList } from "@/components/ControlList";
import { ReferenceList } from "@/components/ReferenceList";
import { messages } from "@/lib/messages";
import { wordsOf } from "@/lib/text";
import { Counterparts } from "./Counterparts";
import classes from "./lanes.module.css";

const words = messages.suggestions;

export function CardDetail({ finding }: { finding: Finding }) {
  const properties = useVocabulary().data?.properties ?? {};
  const names = useNames();
  const also = finding.also.map((id) => names.get(id)).filter((name) => name !== undefined);
  return (
    <div className={classes.more}>
      {finding.description ? <p>{finding.description}</p> : null}
      {also.length > 0 ? <p>{words.also(also)}</p> : null}
      {finding.harms.length > 0 ? (
        <div>
          <div className={classes.word}>{words.harms}</div>
          <p>{finding.harms.map((harm) => properties[harm]?.label ?? wordsOf(harm)).join(", ")}</p>
        </div>
      ) : null}
      {finding.counterparts.length > 0 ? (
        <div>
          <div className={classes.word}>{words.counterpart}</div>
          <Counterparts finding={finding} />
        </div>
      ) : null}
      {finding.controls.length > 0 ? (
        <div>
          <div className={classes.word}>{words.controls}</div>
          <ControlList controls={finding.controls} />
        </div>
      ) : null}
      {finding.references.length > 0 ? (
        <div>
          <div className={classes.word}>{words.references}</div>
          <ReferenceList references={finding.references} />
        </div>
      ) : null}
    </div>
  );
}
