/** Everything else that is known about a finding: text, certainty, lens, harms, the other side, controls, references. */
import type { ReactNode } from "react";
import { Link } from "@tanstack/react-router";
import { useVocabulary } from "@/api/catalogue";
import { useNames } from "@/api/names";
import { useSystemScope } from "@/api/scope";
import type { Finding } from "@/api/types";
import { ControlList } from "@/components/ControlList";
import { ControlLink } from "@/components/links";
import { Markdown } from "@/components/Markdown";
import { ReferenceList } from "@/components/ReferenceList";
import { lensOf } from "@/lib/lens";
import { messages } from "@/lib/messages";
import { wordsOf } from "@/lib/text";
import { Counterparts } from "./Counterparts";
import classes from "./lanes.module.css";

const words = messages.suggestions;

export function CardDetail({ finding }: { finding: Finding }) {
  const { workspace } = useSystemScope();
  const names = useNames();
  const also = finding.also.map((id) => names.get(id)).filter((name) => name !== undefined);
  return (
    <div className={classes.more}>
      {finding.description ? <Markdown text={finding.description} /> : null}
      {also.length > 0 ? <p>{words.also(also)}</p> : null}
      <SeenThrough finding={finding} />
      {finding.counterparts.length > 0 ? (
        <Part title={words.counterpart}>
          <Counterparts finding={finding} />
        </Part>
      ) : null}
      {finding.controls.length > 0 ? (
        <Part title={words.controls}>
          <ControlList
            controls={finding.controls}
            titled={(control) => <ControlLink workspace={workspace} control={control} />}
          />
        </Part>
      ) : null}
      {finding.references.length > 0 ? (
        <Part title={words.references}>
          <ReferenceList references={finding.references} />
        </Part>
      ) : null}
      {finding.entry ? (
        <p>
          <Link to="/w/$workspace/catalogue/$slug" params={{ workspace, slug: finding.entry }}>
            {words.inCatalogue}
          </Link>
        </p>
      ) : null}
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <div className={classes.word}>{title}</div>
      {children}
    </div>
  );
}

/** Lens, certainty, properties and disturbance, each in words. */
function SeenThrough({ finding: { source, certainty, harms, trace } }: { finding: Finding }) {
  const { properties = {}, disturbances = {} } = useVocabulary().data ?? {};
  const disturbance = disturbances[trace?.disturbance ?? ""];
  const facts: [string, string | undefined][] = [
    [words.seenThrough, messages.lens[lensOf(source)]],
    [words.certaintyTitle, certainty ? words.certaintyWords[certainty] : undefined],
    [words.harms, harms.map((harm) => properties[harm]?.label ?? wordsOf(harm)).join(", ")],
    [
      words.withstand,
      disturbance &&
        words.disturbance(disturbance.label, disturbance[source === "adversarial" ? "hostile" : "natural"]),
    ],
  ];
  return (
    <dl className={classes.facts}>
      {facts.map(([title, fact]) =>
        fact ? (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{fact}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}
