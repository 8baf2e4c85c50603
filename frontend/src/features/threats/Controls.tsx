/** What helps against one finding, with what each control does to either side and how far it has come here. */
import { asProblem } from "@/api/problems";
import { useMay, useWorkspace } from "@/api/scope";
import {
  type TreatmentChanges,
  useAddTreatment,
  useChangeTreatment,
  useRemoveTreatment,
  useTreatments,
} from "@/api/treatments";
import type { Finding, Treatment } from "@/api/types";
import { ControlList } from "@/components/ControlList";
import { ErrorPanel } from "@/components/ErrorPanel";
import { ControlLink } from "@/components/links";
import lists from "@/components/lists.module.css";
import { showToast } from "@/components/toasts";
import { messages } from "@/lib/messages";
import { ControlTreatment } from "./ControlTreatment";
import classes from "./lanes.module.css";

const words = messages.treatments;

export function Controls({ finding }: { finding: Finding }) {
  const workspace = useWorkspace().slug;
  const isDisabled = !useMay("decide");
  const { data: treatments = [] } = useTreatments(finding.id);
  const { set, remove, error } = useTreating(finding);
  const isConflict = asProblem(error)?.status === 409;
  const known = new Set(finding.controls.map((control) => control.slug));
  const below = (control: { slug: string; title: string }) => {
    const treatment = treatments.find((one) => one.control === control.slug);
    return (
      <ControlTreatment
        title={control.title}
        treatment={treatment}
        isDisabled={isDisabled}
        onSet={(changes) => set(control, treatment, changes)}
        onRemove={() => treatment && remove(treatment)}
      />
    );
  };
  return (
    <section>
      <div className={classes.word}>{words.title}</div>
      {error ? (
        <ErrorPanel error={error} title={isConflict ? messages.errors.conflictTitle : messages.errors.title} />
      ) : null}
      {finding.controls.length > 0 ? (
        <ControlList
          controls={finding.controls}
          titled={(control) => <ControlLink workspace={workspace} control={control} />}
          below={below}
        />
      ) : null}
      <ul className={lists.list}>
        {treatments
          .filter((one) => !known.has(one.control))
          .map((one) => (
            <li key={one.id}>
              <div className={lists.grow}>
                {one.title}
                {below({ slug: one.control, title: one.title })}
              </div>
            </li>
          ))}
      </ul>
      {finding.controls.length + treatments.length === 0 ? <p className={lists.note}>{words.none}</p> : null}
    </section>
  );
}

/** Recording how far a control is, each time with the way back. */
function useTreating(finding: Finding) {
  const add = useAddTreatment(finding.id);
  const change = useChangeTreatment(finding.id);
  const taking = useRemoveTreatment(finding.id);

  const set = (control: { slug: string; title: string }, before: Treatment | undefined, changes: TreatmentChanges) => {
    const said = (undo: () => void) =>
      changes.state ? showToast(words.moved(control.title, words.states[changes.state]), undo) : undefined;
    if (before) {
      const { id, state, evidence, verified_until } = before;
      change.mutate(
        { id, ...changes },
        { onSuccess: () => said(() => change.mutate({ id, state, evidence, verified_until })) },
      );
    } else {
      add.mutate({ control: control.slug, ...changes }, { onSuccess: ({ id }) => said(() => taking.mutate(id)) });
    }
  };
  const remove = (treatment: Treatment) =>
    taking.mutate(treatment.id, {
      onSuccess: () => showToast(words.removed(treatment.title), () => add.mutate(treatment)),
    });
  return { set, remove, error: change.error ?? add.error ?? taking.error };
}
