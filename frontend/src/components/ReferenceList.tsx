/** References: always framework, edition and identifier, and the number that another edition has for the same. */
import { messages } from "@/lib/messages";
import classes from "./lists.module.css";

interface ReferenceLine {
  framework: string;
  edition: string;
  identifier: string;
  title: string;
  url?: string;
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
              <Framework reference={reference} />
              {reference.formerly ? ` · ${words.formerly(reference.formerly)}` : null}
              {reference.now ? ` · ${words.now(reference.now)}` : null}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

function Framework({ reference }: { reference: ReferenceLine }) {
  const name = `${reference.framework} ${reference.edition}`;
  // Packs that a workspace brings in name addresses too; only those of the web are followed.
  if (!reference.url || !/^https?:/.test(reference.url)) return name;
  return (
    <a href={reference.url} target="_blank" rel="noreferrer">
      {name}
    </a>
  );
}
