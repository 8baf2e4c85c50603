/** How far one control is against one finding: planned, in place, verified; who sees to it, and by when. */
import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import type { TreatmentChanges } from "@/api/treatments";
import type { Treatment, TreatmentState } from "@/api/types";
import form from "@/components/form.module.css";
import lists from "@/components/lists.module.css";
import { SavedText } from "@/components/SavedText";
import { messages } from "@/lib/messages";
import { VerifyForm } from "./VerifyForm";

const words = messages.treatments;
const DEEDS = ["planned", "in_place", "verified"] as const;

interface ControlTreatmentProps {
  /** Of the control. */
  title: string;
  treatment: Treatment | undefined;
  isDisabled: boolean;
  onSet: (changes: TreatmentChanges) => void;
  onRemove: () => void;
}

export function ControlTreatment({ title, treatment, isDisabled, onSet, onRemove }: ControlTreatmentProps) {
  const [isVerifying, setIsVerifying] = useState(false);
  const move = (state: TreatmentState) => {
    setIsVerifying(state === "verified");
    if (state !== "verified" && state !== treatment?.state) onSet({ state });
  };
  if (isDisabled && !treatment) return null;
  return (
    <div className={form.form}>
      {isDisabled ? null : (
        <div className={form.actions} role="group" aria-label={words.deedsOf(title)}>
          {DEEDS.map((state) => (
            <Button
              key={state}
              size="compact-sm"
              aria-pressed={treatment?.state === state}
              variant={treatment?.state === state ? "filled" : "default"}
              onClick={() => move(state)}
            >
              {words.deeds[state]}
            </Button>
          ))}
        </div>
      )}
      {isVerifying ? (
        <VerifyForm
          treatment={treatment}
          onCancel={() => setIsVerifying(false)}
          onVerify={(proof) => {
            setIsVerifying(false);
            onSet({ state: "verified", ...proof });
          }}
        />
      ) : null}
      {treatment ? <Care treatment={treatment} isDisabled={isDisabled} onSet={onSet} onRemove={onRemove} /> : null}
    </div>
  );
}

type CareProps = Omit<ControlTreatmentProps, "title" | "treatment"> & { treatment: Treatment };

function Care({ treatment, isDisabled, onSet, onRemove }: CareProps) {
  return (
    <>
      <p className={lists.note}>{standingOf(treatment)}</p>
      {treatment.evidence ? <p className={lists.note}>{treatment.evidence}</p> : null}
      <div className={form.inline}>
        <SavedText
          label={words.owner}
          value={treatment.owner}
          isDisabled={isDisabled}
          onSave={(owner) => onSet({ owner })}
        />
        <TextInput
          type="date"
          label={words.due}
          value={treatment.due ?? ""}
          disabled={isDisabled}
          onChange={(event) => onSet({ due: event.currentTarget.value || null })}
        />
        {isDisabled ? null : (
          <Button variant="subtle" size="compact-sm" onClick={onRemove}>
            {words.remove}
          </Button>
        )}
      </div>
    </>
  );
}

/** "Verified, until 2030-01-31"; a day that has passed is said so, since it counts for nothing any more. */
export function standingOf(treatment: Treatment, today: string = new Date().toISOString().slice(0, 10)): string {
  const until = treatment.state === "verified" ? treatment.verified_until : null;
  return words.standing(words.states[treatment.state], until, until !== null && until < today);
}
