/** What happened, day by day, in sentences. */
import { useVocabulary } from "@/api/catalogue";
import type { Vocabulary } from "@/api/knowledge";
import type { Event } from "@/api/types";
import { messages } from "@/lib/messages";
import { clockTime, exactTime, groupedByDay } from "@/lib/time";
import classes from "./History.module.css";

interface HistoryProps {
  events: readonly Event[];
  /** Names of what events speak of, by id, where it is still there. */
  names: ReadonlyMap<string, string>;
}

export function History({ events, names }: HistoryProps) {
  const labels = useVocabulary().data?.attributes;
  return groupedByDay(events, (event) => event.at).map(({ day, rows }) => (
    <section key={day} className={classes.day}>
      <h2>{day}</h2>
      <ol>
        {rows.map((event) => (
          <li key={event.sequence}>
            <time dateTime={event.at} title={exactTime(event.at)}>
              {clockTime(event.at)}
            </time>
            <span>
              <strong>{event.actor}</strong> {wordsFor(event, names, labels)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  ));
}

function wordsFor(event: Event, names: ReadonlyMap<string, string>, labels: Vocabulary["attributes"] = {}): string {
  const said = messages.history.sentence(event.verb, inWords(event.changes, labels));
  const name = names.get(event.object_id);
  // What was added or removed says its name itself; what was changed does not.
  return name && !said.includes(name) ? messages.history.ofNamed(said, name) : said;
}

/** Attributes under the labels that people know them by, also in the rows of a deed of many changes. */
function inWords(changes: Event["changes"], labels: Vocabulary["attributes"]): Event["changes"] {
  const known = (field: string) => labels[field.replace("attributes.", "")]?.label;
  const rowInWords = (row: { changes?: Event["changes"] }) =>
    row.changes ? { ...row, changes: inWords(row.changes, labels) } : row;
  return Object.fromEntries(
    Object.entries(changes).map(([field, value]) =>
      field === "changed" && Array.isArray(value)
        ? [field, (value as { changes?: Event["changes"] }[]).map(rowInWords)]
        : [known(field) ?? field, value],
    ),
  );
}
