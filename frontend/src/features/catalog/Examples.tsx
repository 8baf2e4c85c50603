/** Public incidents of an entry and, through the other lens, of its counterparts. */
import type { CatalogueEntry, Example } from "@/api/knowledge";
import { LensMark } from "@/components/LensMark";
import type { Source } from "@/lib/lens";
import { messages } from "@/lib/messages";
import classes from "./detail.module.css";
import { exampleAddress } from "./exampleAddress";
import { inEnglish } from "./inEnglish";

const words = messages.catalogue;

export function Examples({ entry }: { entry: CatalogueEntry }) {
  const rows = [entry, ...entry.counterparts].flatMap(({ source, title, examples }) =>
    examples.map((example) => ({ source, title, example })),
  );
  if (rows.length === 0) return <p className={classes.muted}>{words.noExamples}</p>;
  return (
    <ul className={classes.list}>
      {rows.map(({ source, title, example }) => (
        <Row
          key={`${title} ${example.source}`}
          source={source}
          example={example}
          of={source === entry.source ? undefined : title}
        />
      ))}
    </ul>
  );
}

function Row({ source, example, of }: { source: Source; example: Example; of: string | undefined }) {
  const address = exampleAddress(example.source);
  return (
    <li>
      <LensMark source={source} label={messages.lens.ofSource[source]} />
      <div>
        {inEnglish(example.name)}
        <p>
          {address ? (
            <a href={address} target="_blank" rel="noreferrer">
              {example.source}
            </a>
          ) : (
            example.source
          )}
          {of ? ` · ${words.exampleOf(of)}` : null}
        </p>
      </div>
    </li>
  );
}
