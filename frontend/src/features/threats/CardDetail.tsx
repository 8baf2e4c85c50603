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
          <h4>{words.harms}</h4>
          <p>{finding.harms.map((harm) => properties[harm]?.label ?? wordsOf(harm)).join(", ")}</p>
        </div>
      ) : null}
      {finding.counterparts.length > 0 ? (
        <div>
          <h4>{words.counterpart}</h4>
          <Counterparts finding={finding} />
        </div>
      ) : null}
      {finding.controls.length > 0 ? (
        <div>
          <h4>{words.controls}</h4>
          <ControlList controls={finding.controls} />
        </div>
      ) : null}
      {finding.references.length > 0 ? (
        <div>
          <h4>{words.references}</h4>
          <ReferenceList references={finding.references} />
        </div>
      ) : null}
    </div>
  );
}
