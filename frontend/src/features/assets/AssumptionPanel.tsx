/** One assumption at the side. */
import { TextInput } from "@mantine/core";
import { useSaver } from "@/api/saver";
import type { Assumption } from "@/api/types";
import { Choice } from "@/components/Choice";
import { SavedText } from "@/components/SavedText";
import { messages } from "@/lib/messages";
import { Overdue, isOverdue } from "./Overdue";
import { Owner } from "./Owner";
import { PartFrame } from "./PartFrame";

const words = messages.stake;
const STATUSES = Object.entries(words.statuses).map(([value, label]) => ({ value, label }));

export function AssumptionPanel({ assumption, onGone }: { assumption: Assumption; onGone: () => void }) {
  const saver = useSaver("assumptions", assumption.id);
  return (
    <PartFrame kind="assumptions" id={assumption.id} name={assumption.text} saver={saver} onGone={onGone}>
      {(isDisabled) => (
        <>
          <SavedText
            label={words.assumptionText}
            isLong
            isRequired
            value={assumption.text}
            isDisabled={isDisabled}
            onSave={(text) => saver.save({ text })}
          />
          <Owner value={assumption.owner} isDisabled={isDisabled} onSave={(owner) => saver.save({ owner })} />
          <TextInput
            type="date"
            label={words.validUntil}
            value={assumption.valid_until ?? ""}
            disabled={isDisabled}
            description={isOverdue(assumption) ? <Overdue /> : undefined}
            error={saver.problemOf("valid_until")}
            onChange={(event) => saver.save({ valid_until: event.currentTarget.value || null })}
          />
          <div>
            <Choice
              label={words.status}
              value={assumption.status}
              options={STATUSES}
              isDisabled={isDisabled}
              onChange={(status) => saver.save({ status })}
            />
          </div>
        </>
      )}
    </PartFrame>
  );
}
