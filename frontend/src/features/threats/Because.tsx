/** The facts of this system that made something apply, and what would settle it where that is not known. */
import type { ReactNode } from "react";
import { useVocabulary } from "@/api/catalogue";
import { useNames } from "@/api/names";
import type { Fact, Finding, Unknown } from "@/api/types";
import { knowledgeLanguage } from "@/lib/language";
import { messages } from "@/lib/messages";
import { around } from "./naming";
import { PartLink } from "./PartLink";
import classes from "./lanes.module.css";

const words = messages.suggestions;

export function Because({ finding, most }: { finding: Finding; most: number }) {
  const facts = distinct(finding.trace?.because ?? [], (fact) => fact.text);
  const unknown = distinct(finding.trace?.unknown ?? [], (one) => `${one.object} ${one.ask}`);
  return (
    <>
      <Lines title={words.because}>
        {facts.slice(0, most).map((fact) => (
          <li key={fact.text} lang={knowledgeLanguage}>
            <FactLine fact={fact} />
          </li>
        ))}
      </Lines>
      <Lines title={words.wouldSettle} isUnknown>
        {unknown.slice(0, most).map((one) => (
          <li key={`${one.object} ${one.ask}`}>
            <UnknownLine unknown={one} />
          </li>
        ))}
      </Lines>
    </>
  );
}

function distinct<Row>(rows: readonly Row[], nameOf: (row: Row) => string): Row[] {
  return [...new Map(rows.map((row) => [nameOf(row), row])).values()];
}

function Lines({ title, isUnknown = false, children }: { title: string; isUnknown?: boolean; children: ReactNode[] }) {
  if (children.length === 0) return null;
  return (
    <div>
      <span className={classes.word}>{title}</span>
      <ul className={classes.because} data-unknown={isUnknown || undefined}>
        {children}
      </ul>
    </div>
  );
}

/** A fact with the name of what it is about as the link. A sentence that does not say the name is the link itself. */
function FactLine({ fact }: { fact: Fact }) {
  const parts = around(fact.text, useNames().get(fact.object));
  const link = (
    <PartLink objectType={fact.object_type} object={fact.object} attribute={fact.attribute}>
      {parts ? parts[1] : fact.text}
    </PartLink>
  );
  if (!parts) return link;
  return (
    <>
      {parts[0]}
      {link}
      {parts[2]}
    </>
  );
}

function UnknownLine({ unknown }: { unknown: Unknown }) {
  const name = useNames().get(unknown.object);
  const asked = useVocabulary().data?.attributes[unknown.attribute];
  return (
    <>
      {name ? `${name}: ` : null}
      <PartLink objectType={unknown.object_type} object={unknown.object} attribute={unknown.attribute}>
        {asked?.ask ?? unknown.ask}
      </PartLink>
    </>
  );
}
