/** The field that a comment is written in: @ offers people, Ctrl or Cmd and Enter sends, what was typed is kept. */
import { Button, Textarea } from "@mantine/core";
import { type KeyboardEvent, useRef } from "react";
import type { Mentioned } from "@/api/comments";
import { useMembers } from "@/api/workspaces";
import { Keys } from "@/components/Keys";
import { atNames } from "@/lib/mentions";
import { messages } from "@/lib/messages";
import { isShortcut } from "@/lib/shortcuts";
import classes from "./Comments.module.css";
import { People } from "./People";
import { useDraft } from "./useDraft";
import { useNaming } from "./useNaming";

const words = messages.comments;
const LONGEST = 5_000;
const NEARLY = 500;

interface CommentBoxProps {
  /** Under which name an unsent text is kept. */
  draft: string;
  label: string;
  placeholder?: string;
  sendLabel: string;
  text?: string;
  mentions?: readonly Mentioned[];
  isFocused?: boolean;
  onSend: (text: string, mentions: string[]) => void;
  onCancel?: () => void;
}

const takeFocus = (field: HTMLElement | null): void => field?.focus();

export function CommentBox({
  draft,
  label,
  sendLabel,
  text = "",
  mentions = [],
  onSend,
  onCancel,
  ...look
}: CommentBoxProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const members = (useMembers().data ?? []).filter((member) => !member.is_me);
  const { value, setValue, send } = useDraft(draft, text, (said) => {
    // Who is called something else by now is still meant by the name that stands there.
    const known = [
      ...members.map(({ id, name }) => ({ id, name })),
      ...mentions.map(({ member, written }) => ({ id: member, name: written })),
    ];
    const named = new Set(
      atNames(
        said,
        known.map(({ name }) => name),
      ).map((piece) => piece.name),
    );
    onSend(said, [...new Set(known.filter(({ name }) => named.has(name)).map(({ id }) => id))]);
  });
  const naming = useNaming(field, value, setValue, members);
  const onKeyDown = (event: KeyboardEvent) => {
    if (isShortcut(event, "mod+enter")) {
      event.preventDefault();
      send();
    } else naming.onKeyDown(event);
  };
  const left = LONGEST - value.length;
  return (
    <form className={classes.box} action={send}>
      <Textarea
        ref={
          look.isFocused
            ? (found) => {
                if (found && field.current === null) takeFocus(found);
                field.current = found;
              }
            : field
        }
        aria-label={label}
        placeholder={look.placeholder}
        value={value}
        maxLength={LONGEST}
        onChange={(event) => setValue(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onSelect={naming.look}
        onBlur={naming.close}
        aria-autocomplete="list"
        aria-controls={naming.isOpen ? naming.listId : undefined}
        aria-activedescendant={naming.isOpen ? naming.activeId : undefined}
      />
      <People naming={naming} />
      <div className={classes.deeds}>
        <Button type="submit" disabled={!value.trim()} rightSection={<Keys shortcut="mod+enter" />}>
          {sendLabel}
        </Button>
        {onCancel ? (
          <Button variant="subtle" onClick={onCancel}>
            {messages.common.cancel}
          </Button>
        ) : null}
        {left < NEARLY ? <span>{words.left(left)}</span> : null}
      </div>
    </form>
  );
}
