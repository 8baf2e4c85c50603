/** A text in Markdown that saves itself: shown as it reads, and written in a field. */
import { Button, Input } from "@mantine/core";
import { useState } from "react";
import { messages } from "@/lib/messages";
import { Markdown } from "./Markdown";
import { SavedText } from "./SavedText";

interface SavedMarkdownProps {
  label: string;
  value: string;
  onSave: (value: string) => void;
  isDisabled?: boolean;
}

export function SavedMarkdown(props: SavedMarkdownProps) {
  const [isWriting, setIsWriting] = useState(false);
  const { label, value, isDisabled } = props;
  if (value === "" || isWriting) {
    return (
      // Who writes the first text goes on, also when somebody else's comes in.
      <div onFocus={() => setIsWriting(true)} onBlur={() => setIsWriting(false)}>
        <SavedText isLong isFocused={isWriting} {...props} />
      </div>
    );
  }
  return (
    <Input.Wrapper label={label} labelElement="div">
      <Markdown text={value} />
      {isDisabled ? null : (
        <Button
          size="compact-xs"
          variant="subtle"
          data-flush
          aria-label={messages.common.editNamed(label)}
          onClick={() => setIsWriting(true)}
        >
          {messages.common.edit}
        </Button>
      )}
    </Input.Wrapper>
  );
}
