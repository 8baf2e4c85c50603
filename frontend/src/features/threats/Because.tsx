/** The facts of this system that made something apply, and what would settle it where that is not known. */
import type { Finding } from "@/api/types";
import { messages } from "@/lib/messages";
import classes from "./lanes.module.css";

const words = messages.suggestions;

export function Because({ finding, most }: { finding: Finding; most: number }) {
  const facts = [...new Set((finding.trace?.because ?? []).map((fact) => fact.text))];
  const unknown = [...new Set((finding.trace?.unknown ?? []).map((fact) => fact.ask))];
  return (
    <>
      {facts.length > 0 ? (
        <div>
          <span className={classes.word}>{words.because}</span>
          <ul className={classes.because}>
            {facts.slice(0, most).map((fact) => (
              <li key={fact}>{fact}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {unknown.length > 0 ? (
        <div>
          <span className={classes.word}>{words.wouldSettle}</span>
          <ul className={classes.because} data-unknown>
            {unknown.slice(0, most).map((ask) => (
              <li key={ask}>{ask}</li>
            ))}
          </ul>
        </div>
      ) : null}
    </>
  );
}
