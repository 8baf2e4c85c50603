/** References: always framework, edition and identifier, and the number that another edition has for the same. */
import { messages } from "@/lib/messages";
import classes from "./lists.module.css";

interface ReferenceLine {
  framework: string;
  edition: string;
  identifier: string;
  title: string;
  formerly?: string;
  now?: string;
}

const words = messages.catalogue;

export function ReferenceList({ references }: { references: readonly ReferenceLine[] }) {
  return (
    <ul className={classes.list}>
      {references.map((reference) => (
        <li key={`${reference.framework} ${reference.edition} ${reference.identifier}`}>
          <div className={classes.grow}>
            <code className={classes.identifier}>{reference.identifier}</code> {reference.title}
            <p className={classes.note}>
              {reference.framework} {reference.edition}
              {reference.formerly ? ` · ${words.formerly(reference.formerly)}` : null}
              {reference.now ? ` · ${words.now(reference.now)}` : null}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
