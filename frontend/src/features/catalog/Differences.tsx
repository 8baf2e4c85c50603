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

export function Differences({ differences }: { differences: readonly Difference[] }) {
  return (
    <>
      {(["new", "changed", "gone"] as const).map((change) => {
        const rows = differences.filter((one) => one.change === change);
        if (rows.length === 0) return null;
        return (
          <section key={change} aria-label={words.changes[change]}>
            <h3>{words.counted(words.changes[change], rows.length)}</h3>
            {rows.map((one) => (
              <Change key={`${one.kind} ${one.key}`} difference={one} />
            ))}
          </section>
        );
      })}
    </>
  );
}

function Change({ difference }: { difference: Difference }) {
  const { kind, title, fields, replaces } = difference;
  const head = (
    <>
      <Tag>{words.rowKinds[kind]}</Tag> <span>{title}</span>{" "}
      {replaces ? <span className={classes.muted}>{words.replaces(replaces)}</span> : null}
    </>
  );
  if (fields.length === 0) return <div className={classes.change}>{head}</div>;
  return (
    <details className={classes.change} open>
      <summary>{head}</summary>
      <FieldDifferences fields={fields} label={title} />
    </details>
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
            <Link
              className={lists.grow}
              to="/w/$workspace/systems/$system/findings/$finding"
              params={{ workspace, system: finding.system, finding: finding.id }}
            >
              {finding.mark} {finding.title}
            </Link>
            <span className={classes.muted}>{finding.system_name}</span>
          </li>
        ))}
      </ul>
      {more > 0 ? <p className={form.note}>{words.andMore(more)}</p> : null}
    </>
  );
}
