/** Changes that the server has refused and no open detail shows: both values or the reason, and the choice what is to become of them. */
import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTold, useValueNames } from "@/api/valueNames";
import { conflictsOf, errorsOf, type Refusal, textsOf, useOtherRefusals } from "@/api/refusals";
import { deedsOf } from "@/api/useDeeds";
import { Conflicts } from "@/components/Conflicts";
import form from "@/components/form.module.css";
import states from "@/components/states.module.css";
import { messages } from "@/lib/messages";
import { fieldName } from "@/lib/vocabulary";

const words = messages.refused;

export function Refused() {
  const refusals = useOtherRefusals();
  if (refusals.length === 0) return null;
  return (
    <div className={states.kept}>
      {refusals.map((refusal) => (
        <One key={refusal.key} refusal={refusal} />
      ))}
    </div>
  );
}

function One({ refusal }: { refusal: Refusal }) {
  const queries = useQueryClient();
  const { workspace, system, problem, reason } = refusal;
  const deeds = deedsOf(queries, { workspace, system });
  const nameOf = useValueNames(system, refusal.operations);
  const told = useTold(system, refusal.operations);
  const partOf = (part: string, name: string) => name || textUnless(messages.errors.another, nameOf(part));
  const conflicts = conflictsOf(refusal).map((conflict) => ({
    ...told(conflict),
    about: partOf(conflict.part, ""),
  }));
  // Only the id of what is gone can be wrong in a change.
  const isGone = errorsOf(refusal).some(({ field, name }) => field === "id" && !name);
  const errors = errorsOf(refusal)
    .filter(({ field }) => !isGone || field !== "id")
    .map(({ part, name, field, text }): [string, string] => {
      const about = partOf(part, name);
      return [[...(about ? [about] : []), fieldName(field.replace("attributes.", ""))].join(", "), text];
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
      <div>{isGone ? words.isGone : problem.message}</div>
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

const textUnless = (no: string, name: unknown): string => (typeof name === "string" && name !== no ? name : "");

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
