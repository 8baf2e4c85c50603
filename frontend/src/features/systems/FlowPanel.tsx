/** One flow at the side. */
import { Button, Checkbox, Select } from "@mantine/core";
import type { ReactNode } from "react";
import { useParts, useRemovePart } from "@/api/parts";
import { useSaver } from "@/api/saver";
import { useMay } from "@/api/scope";
import type { Flow } from "@/api/types";
import { Conflicts } from "@/components/Conflicts";
import { SavedMarkdown } from "@/components/SavedMarkdown";
import { SavedText } from "@/components/SavedText";
import { useRemoval } from "@/components/useRemoval";
import { messages } from "@/lib/messages";
import { asOwn, AttributeForm } from "./AttributeForm";
import classes from "./attributes.module.css";

const words = messages.picture;

interface FlowPanelProps {
  flow: Flow;
  onGone: () => void;
  children?: ReactNode;
}

export function FlowPanel({ flow, onGone, children }: FlowPanelProps) {
  const isDisabled = !useMay("edit_system");
  const saver = useSaver("flows", flow.id);
  const remove = useRemoval(useRemovePart("flows").mutateAsync);
  const ends = (useParts("elements").data ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <Conflicts conflicts={saver.conflicts} onKeepTheirs={saver.keepTheirs} onUseMine={saver.useMine} />
      <div className={classes.fields}>
        <SavedText
          label={messages.common.name}
          value={flow.name}
          isDisabled={isDisabled}
          onSave={(name) => saver.save({ name })}
        />
        <Select
          label={words.source}
          searchable
          data={ends}
          value={flow.source}
          disabled={isDisabled}
          error={saver.problemOf("source")}
          onChange={(source) => source && saver.save({ source })}
        />
        <Select
          label={words.target}
          searchable
          data={ends}
          value={flow.target}
          disabled={isDisabled}
          error={saver.problemOf("target")}
          onChange={(target) => target && saver.save({ target })}
        />
        <Checkbox
          size="xs"
          label={words.bidirectional}
          checked={flow.bidirectional}
          disabled={isDisabled}
          onChange={(event) => saver.save({ bidirectional: event.currentTarget.checked })}
        />
        <SavedMarkdown
          label={messages.common.description}
          value={flow.description}
          isDisabled={isDisabled}
          onSave={(description) => saver.save({ description })}
        />
      </div>
      {children}
      <AttributeForm
        names={(vocabulary) => vocabulary.flow_attributes}
        found={asOwn(flow.attributes)}
        isDisabled={isDisabled}
        onAnswer={(name, value) => saver.save({ attributes: { [name]: value } })}
      />
      {isDisabled ? null : (
        <Button
          variant="subtle"
          data-flush
          onClick={() => {
            remove(flow.id, flow.name || words.unnamedFlow);
            onGone();
          }}
        >
          {words.deleteFromModel}
        </Button>
      )}
    </>
  );
}
