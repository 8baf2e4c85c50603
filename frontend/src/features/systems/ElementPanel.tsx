/** One element at the side: what it is, where it lies, what is known about it. */
import { Button, Checkbox, Select } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useVocabulary } from "@/api/catalogue";
import { useParts, useRemovePart } from "@/api/parts";
import { useSaver } from "@/api/saver";
import { useMay } from "@/api/scope";
import type { Element } from "@/api/types";
import { Conflicts } from "@/components/Conflicts";
import { SavedMarkdown } from "@/components/SavedMarkdown";
import { SavedText } from "@/components/SavedText";
import { useRemoval } from "@/components/useRemoval";
import { messages } from "@/lib/messages";
import { AttributeForm } from "./AttributeForm";
import { kindOptions } from "./kindOptions";
import classes from "./attributes.module.css";

const words = messages.picture;

interface ElementPanelProps {
  element: Element;
  onGone: () => void;
  children?: ReactNode;
}

export function ElementPanel({ element, onGone, children }: ElementPanelProps) {
  const isDisabled = !useMay("edit_system");
  const saver = useSaver("elements", element.id);
  const remove = useRemoval(useRemovePart("elements").mutateAsync);
  return (
    <>
      <Conflicts conflicts={saver.conflicts} onKeepTheirs={saver.keepTheirs} onUseMine={saver.useMine} />
      <div className={classes.fields}>
        <SavedText
          label={messages.common.name}
          isRequired
          value={element.name}
          isDisabled={isDisabled}
          error={saver.problemOf("name")}
          onSave={(name) => saver.save({ name })}
        />
        <Where element={element} isDisabled={isDisabled} onSave={saver.save} />
        <SavedMarkdown
          label={messages.common.description}
          value={element.description}
          isDisabled={isDisabled}
          onSave={(description) => saver.save({ description })}
        />
        <Scope element={element} isDisabled={isDisabled} onSave={saver.save} />
      </div>
      {children}
      <AttributeForm
        names={(vocabulary) => vocabulary.kinds[element.kind]?.attributes ?? []}
        found={element.effective_attributes}
        isDisabled={isDisabled}
        onAnswer={(name, value) => saver.save({ attributes: { [name]: value } })}
      />
      {isDisabled ? (
        <p className={classes.about}>{words.readOnly}</p>
      ) : (
        <Button
          variant="subtle"
          data-flush
          onClick={() => {
            remove(element.id, element.name);
            onGone();
          }}
        >
          {words.deleteFromModel}
        </Button>
      )}
    </>
  );
}

interface PartProps {
  element: Element;
  isDisabled: boolean;
  onSave: (changes: Record<string, unknown>) => void;
}

function Where({ element, isDisabled, onSave }: PartProps) {
  const vocabulary = useVocabulary().data;
  const boundaries = useParts("boundaries").data ?? [];
  return (
    <>
      <Select
        label={words.kind}
        searchable
        disabled={isDisabled}
        data={vocabulary ? kindOptions(vocabulary) : [element.kind]}
        value={element.kind}
        description={vocabulary?.kinds[element.kind]?.meaning}
        inputWrapperOrder={["label", "input", "description", "error"]}
        onChange={(kind) => kind && onSave({ kind })}
      />
      <Select
        label={words.boundary}
        disabled={isDisabled}
        data={[
          { value: "", label: words.noBoundary },
          ...boundaries.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={element.boundary ?? ""}
        onChange={(boundary) => onSave({ boundary: boundary || null })}
      />
    </>
  );
}

/** Out of scope takes a reason, so the box alone saves nothing as long as none has been given. */
function Scope({ element, isDisabled, onSave }: PartProps) {
  const [isReasonAsked, setIsReasonAsked] = useState(false);
  const isOut = element.out_of_scope || isReasonAsked;
  const toggle = (checked: boolean) => {
    setIsReasonAsked(checked);
    if (!checked && element.out_of_scope) onSave({ out_of_scope: false });
    if (checked && element.out_of_scope_reason) onSave({ out_of_scope: true });
  };
  return (
    <>
      <Checkbox
        size="xs"
        label={words.outOfScope}
        description={words.outOfScopeAbout}
        disabled={isDisabled}
        checked={isOut}
        onChange={(event) => toggle(event.currentTarget.checked)}
      />
      {isOut ? (
        <SavedText
          label={words.outOfScopeReason}
          isRequired
          value={element.out_of_scope_reason}
          isDisabled={isDisabled}
          onSave={(reason) => onSave({ out_of_scope: true, out_of_scope_reason: reason })}
        />
      ) : null}
    </>
  );
}
