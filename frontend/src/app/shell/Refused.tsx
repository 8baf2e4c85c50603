/** Changes that the server has refused and no open detail shows: both values or the reason, and the choice what is to become of them. */
import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { keys } from "@/api/keys";
import { LIST_OF } from "@/api/operations";
import { conflictsOf, errorsOf, type Refusal, textsOf, useOtherRefusals } from "@/api/refusals";
import type { Stamped } from "@/api/types";
import { deedsOf } from "@/api/useDeeds";
import { Conflicts } from "@/components/Conflicts";
import form from "@/components/form.module.css";
import states from "@/components/states.module.css";
import { messages } from "@/lib/messages";
import { fieldName } from "@/lib/vocabulary";

const words = messages.refused;

export function Refused() {
  const refusals = useOtherRefusals();
  return refusals.map((refusal) => <One key={refusal.key} refusal={refusal} />);
}

function One({ refusal }: { refusal: Refusal }) {
  const queries = useQueryClient();
  const { workspace, system, problem, reason } = refusal;
  const deeds = deedsOf(queries, { workspace, system });
  const nameOf = useNames(system);
  const conflicts = conflictsOf(refusal).map((conflict) => ({
    ...conflict,
    about: nameOf(conflict.part),
    yours: nameOf(conflict.yours),
    theirs: nameOf(conflict.theirs),
  }));
  const errors = errorsOf(refusal).map(({ part, name, field, text }): [string, string] => {
    const about = name || String(nameOf(part));
    return [[...(about === part ? [] : [about]), fieldName(field.replace("attributes.", ""))].join(", "), text];
  });
  const isHere = window.location.pathname.includes(`/systems/${system}`);
  const title = (
    <>
      {words.title(refusal.words)}
      {isHere ? null : (
        <>
          {" "}
          <Link to="/w/$workspace/systems/$system/picture" params={{ workspace, system }}>
            {words.toSystem}
          </Link>
        </>
      )}
    </>
  );
  if (conflicts.length > 0)
    return (
      <Conflicts
        title={title}
        conflicts={conflicts}
        onKeepTheirs={() => void deeds.keepTheirs(refusal)}
        onUseMine={() => void deeds.useMine(refusal)}
      />
    );
  return (
    <div className={states.panel} role="alert">
      <p className={states.title}>{title}</p>
      <div>{problem.message}</div>
      <Lines lines={errors} />
      <Lines lines={textsOf(refusal).map((text) => [words.typed, text])} />
      <div className={form.actions}>
        {reason === undefined ? (
          <Button onClick={() => void deeds.useMine(refusal)}>{messages.errors.retry}</Button>
        ) : null}
        <Button variant="subtle" onClick={() => void deeds.keepTheirs(refusal)}>
          {words.discard}
        </Button>
      </div>
    </div>
  );
}

function Lines({ lines }: { lines: readonly (readonly [string, string])[] }) {
  if (lines.length === 0) return null;
  return (
    <ul className={states.problems}>
      {lines.map(([about, text], index) => (
        <li key={index}>
          <span>{about}</span>
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
}

/** What a part of the system is called, where a value is its id. */
function useNames(system: string): <Value>(value: Value) => Value | string {
  const queries = useQueryClient();
  return (value) => {
    const rows = Object.values(LIST_OF).flatMap(
      (kind) => queries.getQueryData<Stamped[]>(keys.system(system, kind)) ?? [],
    );
    const row = rows.find(({ id }) => id === value) as Record<string, unknown> | undefined;
    return row ? String(row.name ?? row.title ?? row.text ?? "") : value;
  };
}
