/** One trust boundary at the side. */
import { Button, Select } from "@mantine/core";
import type { ReactNode } from "react";
import { useParts, useRemovePart } from "@/api/parts";
import { useSaver } from "@/api/saver";
import { useMay } from "@/api/scope";
import type { Boundary } from "@/api/types";
import { Conflicts } from "@/components/Conflicts";
import { SavedMarkdown } from "@/components/SavedMarkdown";
import { SavedText } from "@/components/SavedText";
import { useRemoval } from "@/components/useRemoval";
import { messages } from "@/lib/messages";
import { asOwn, AttributeForm } from "./AttributeForm";
import classes from "./attributes.module.css";

const words = messages.picture;
export const TRUST = [
  { value: "", label: messages.common.unknown },
  ...Object.entries(messages.vocabulary.trust).map(([value, label]) => ({ value, label })),
];

interface BoundaryPanelProps {
  boundary: Boundary;
  onGone: () => void;
  children?: ReactNode;
}

export function BoundaryPanel({ boundary, onGone, children }: BoundaryPanelProps) {
  const isDisabled = !useMay("edit_system");
  const saver = useSaver("boundaries", boundary.id);
  const remove = useRemoval(useRemovePart("boundaries").mutateAsync);
  const others = (useParts("boundaries").data ?? []).filter((other) => other.id !== boundary.id);
  return (
    <>
      <Conflicts conflicts={saver.conflicts} onKeepTheirs={saver.keepTheirs} onUseMine={saver.useMine} />
      <div className={classes.fields}>
        <SavedText
          label={messages.common.name}
          isRequired
          value={boundary.name}
          isDisabled={isDisabled}
          onSave={(name) => saver.save({ name })}
        />
        <Select
          label={words.trust}
          data={TRUST}
          value={boundary.trust ?? ""}
          disabled={isDisabled}
          onChange={(trust) => saver.save({ trust: trust ?? "" })}
        />
        <Select
          label={words.parent}
          data={[{ value: "", label: words.noBoundary }, ...others.map(({ id, name }) => ({ value: id, label: name }))]}
          value={boundary.parent ?? ""}
          disabled={isDisabled}
          error={saver.problemOf("parent")}
          onChange={(parent) => saver.save({ parent: parent || null })}
        />
        <SavedMarkdown
          label={messages.common.description}
          value={boundary.description}
          isDisabled={isDisabled}
          onSave={(description) => saver.save({ description })}
        />
      </div>
      {children}
      <AttributeForm
        names={(vocabulary) => vocabulary.system_attributes}
        found={asOwn(boundary.attributes)}
        isDisabled={isDisabled}
        onAnswer={(name, value) => saver.save({ attributes: { [name]: value } })}
      />
      {isDisabled ? null : (
        <Button
          variant="subtle"
          data-flush
          onClick={() => {
            remove(boundary.id, boundary.name);
            onGone();
          }}
        >
          {words.deleteFromModel}
        </Button>
      )}
    </>
  );
}
