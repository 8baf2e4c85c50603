/** What is new, changed and gone, row by row, and the findings that it touches. */
import { Link } from "@tanstack/react-router";
import { useWorkspace } from "@/api/scope";
import type { Difference, Touched } from "@/api/packs";
import form from "@/components/form.module.css";
import { LensMark } from "@/components/LensMark";
import lists from "@/components/lists.module.css";
import { Tag } from "@/components/Tag";
import { messages } from "@/lib/messages";
import { FieldDifferences } from "./FieldDifferences";
import classes from "./differences.module.css";

const words = messages.ownCatalogue;

interface DifferencesProps {
  differences: readonly Difference[];
  /** Whether they have come about already, so that rows can be looked up; else it says what they would replace. */
  areHere?: boolean;
}

export function Differences({ differences, areHere = false }: DifferencesProps) {
  return (
    <>
      {(["new", "changed", "gone"] as const).map((change) => {
        const rows = differences.filter((one) => one.change === change);
        if (rows.length === 0) return null;
        return (
          <section key={change} aria-label={words.changes[change]}>
            <h3>{words.counted(words.changes[change], rows.length)}</h3>
            {rows.map((one) => (
              <Change key={`${one.kind} ${one.key}`} difference={one} isHere={areHere} />
            ))}
          </section>
        );
      })}
    </>
  );
}

function Change({ difference, isHere }: { difference: Difference; isHere: boolean }) {
  const { kind, title, change, fields, replaces } = difference;
  const head = (
    <>
      <Tag>{words.rowKinds[kind]}</Tag>{" "}
      {isHere && change !== "gone" ? <RowLink difference={difference} /> : <span>{title}</span>}{" "}
      {replaces && !isHere ? <span className={classes.muted}>{words.replaces(replaces)}</span> : null}
    </>
  );
  // What leads elsewhere cannot also fold.
  if (fields.length === 0 || isHere) {
    return (
      <div className={classes.change}>
        {head}
        {fields.length > 0 ? <FieldDifferences fields={fields} label={title} /> : null}
      </div>
    );
  }
  return (
    <details className={classes.change} open>
      <summary>{head}</summary>
      <FieldDifferences fields={fields} label={title} />
    </details>
  );
}

function RowLink({ difference: { kind, key, title } }: { difference: Difference }) {
  const workspace = useWorkspace().slug;
  if (kind === "link") return <span>{title}</span>;
  return (
    <Link to={`/w/$workspace/${kind === "entry" ? "catalogue" : "controls"}/$slug`} params={{ workspace, slug: key }}>
      {title}
    </Link>
  );
}

export function TouchedFindings({ touched }: { touched: Touched }) {
  const workspace = useWorkspace().slug;
  const more = touched.count - touched.named.length;
  return (
    <>
      <p className={form.note}>{words.touched(touched.count)}</p>
      <ul className={lists.list}>
        {touched.named.map((finding) => (
          <li key={finding.id}>
            <LensMark source={finding.source} label={messages.lens.ofSource[finding.source]} />
            <div className={lists.grow}>
              <Link
                to="/w/$workspace/systems/$system/findings/$finding"
                params={{ workspace, system: finding.system, finding: finding.id }}
              >
                {finding.mark} {finding.title}
              </Link>
              <p className={lists.note}>{finding.system_name}</p>
            </div>
          </li>
        ))}
      </ul>
      {more > 0 ? <p className={form.note}>{words.andMore(more)}</p> : null}
    </>
  );
}
