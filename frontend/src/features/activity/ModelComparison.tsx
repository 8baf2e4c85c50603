/** What differs between two states of a model: on the drawing, with colours and letters, and as a list. */
import { Select, useComputedColorScheme } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useVocabulary, valueLabels } from "@/api/catalogue";
import type { Vocabulary } from "@/api/knowledge";
import { useSystemScope } from "@/api/scope";
import type { Comparison, ModelDifference } from "@/api/types";
import { comparisonDrawing, useComparison, useVersions } from "@/api/versions";
import form from "@/components/form.module.css";
import { Loaded } from "@/components/Loaded";
import { messages } from "@/lib/messages";
import { said } from "@/lib/said";
import { fieldLabel, thingName } from "@/lib/vocabulary";
import { versionName } from "./versionName";
import classes from "./Versions.module.css";

const words = messages.history;
const { inSentence } = messages.common;

export function ModelComparison({ version, later }: { version: string; later: string | undefined }) {
  const params = useSystemScope();
  return (
    <>
      <p>
        <Link to="/w/$workspace/systems/$system/history" params={params} search={{}}>
          {words.close}
        </Link>
      </p>
      <Loaded query={useComparison(version, later)}>{(comparison) => <Compared comparison={comparison} />}</Loaded>
    </>
  );
}

function Compared({ comparison }: { comparison: Comparison }) {
  const scope = useSystemScope();
  const { before, after, differences, diagrams } = comparison;
  const look = useComputedColorScheme("light");
  const [diagram, setDiagram] = useState(diagrams[0]?.id ?? null);
  return (
    <>
      <h2>{words.comparing(versionName(before), after ? words.quoted(versionName(after)) : inSentence(words.now))}</h2>
      <Other comparison={comparison} />
      {differences.length === 0 ? (
        <p className={form.note}>{words.same}</p>
      ) : (
        <>
          {diagrams.length > 1 ? (
            <Select
              label={messages.diagrams.one}
              data={diagrams.map(({ id, title }) => ({ value: id, label: title }))}
              value={diagram}
              allowDeselect={false}
              maw={360}
              onChange={setDiagram}
            />
          ) : null}
          <img
            className={classes.drawing}
            src={comparisonDrawing(scope, comparison, diagram ?? undefined, look)}
            alt={words.drawing(versionName(before))}
          />
          <ol className={classes.differences}>
            {differences.map((one) => (
              <Difference key={one.id} difference={one} />
            ))}
          </ol>
        </>
      )}
    </>
  );
}

/** The later state, to choose: now, or any version that came after. */
function Other({ comparison: { before, after } }: { comparison: Comparison }) {
  const params = useSystemScope();
  const navigate = useNavigate();
  const rows = useVersions().data?.pages.flatMap((page) => page.results) ?? [];
  const options = rows
    .filter((row) => row.created_at > before.created_at)
    .map((row) => ({ value: row.id, label: versionName(row) }));
  return (
    <Select
      label={words.compareWith}
      data={[{ value: "", label: words.now }, ...options]}
      value={after?.id ?? ""}
      allowDeselect={false}
      maw={360}
      onChange={(later) =>
        void navigate({
          to: "/w/$workspace/systems/$system/history",
          params,
          search: { version: before.id, later: later || undefined },
        })
      }
    />
  );
}

function Difference({ difference: { type, name, deed, fields } }: { difference: ModelDifference }) {
  const vocabulary = useVocabulary().data;
  return (
    <li className={classes.difference}>
      <span>
        <span className={classes.deed} data-deed={deed} aria-hidden="true">
          {words.deeds[deed].charAt(0)}
        </span>
        {words.deeds[deed]}
      </span>
      <span>
        <strong>{name}</strong> {thingName(type)}
        {Object.keys(fields).length > 0 ? (
          <ul className={classes.fields}>
            {Object.entries(fields).map(([field, [was, is]]) => (
              <li key={field}>{change(field, was, is, vocabulary)}</li>
            ))}
          </ul>
        ) : null}
      </span>
    </li>
  );
}

function change(field: string, was: unknown, is: unknown, vocabulary: Vocabulary | undefined): string {
  if (field === "arrangement") return words.arrangement;
  const attribute = field.startsWith("attributes.") ? field.slice("attributes.".length) : field;
  const spec = field === attribute ? undefined : vocabulary?.attributes[attribute];
  const labels = valueLabels(field, vocabulary);
  return `${spec?.label ?? fieldLabel(attribute)}: ${said(field, was, labels)} → ${said(field, is, labels)}`;
}
