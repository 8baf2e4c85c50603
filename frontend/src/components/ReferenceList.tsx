/** References: always framework, edition and identifier. */
import classes from "./lists.module.css";

interface ReferenceLine {
  framework: string;
  edition: string;
  identifier: string;
  title: string;
}

export function ReferenceList({ references }: { references: readonly ReferenceLine[] }) {
  return (
    <ul className={classes.list}>
      {references.map((reference) => (
        <li key={`${reference.framework} ${reference.edition} ${reference.identifier}`}>
          <div className={classes.grow}>
            <code className={classes.identifier}>{reference.identifier}</code> {reference.title}
            <p className={classes.note}>
              {reference.framework} {reference.edition}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
