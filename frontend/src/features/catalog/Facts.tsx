/** What is known of an entry or a control, line by line: a word and what it is. What is empty says nothing. */
import type { ReactNode } from "react";
import classes from "./detail.module.css";

export function Facts({ facts }: { facts: readonly (readonly [title: string, fact: ReactNode])[] }) {
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
