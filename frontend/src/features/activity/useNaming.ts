/** Choosing somebody to mention while one types: who is offered, which one is chosen, and the keys for it. */
import { type KeyboardEvent, type RefObject, useId, useState } from "react";
import type { Member } from "@/api/types";
import { isMeant, type Typing, typedName } from "@/lib/mentions";

const MOST_OFFERED = 6;

export interface Naming {
  isOpen: boolean;
  listId: string;
  activeId: string;
  offered: readonly Member[];
  active: number;
  idOf: (member: Member) => string;
  pick: (member: Member) => void;
  look: () => void;
  close: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

export function useNaming(
  field: RefObject<HTMLTextAreaElement | null>,
  text: string,
  setText: (text: string) => void,
  members: readonly Member[],
): Naming {
  const listId = useId();
  const [typing, setTyping] = useState<Typing | null>(null);
  const [active, setActive] = useState(0);
  const offered = typing ? members.filter(({ name }) => isMeant(name, typing.query)).slice(0, MOST_OFFERED) : [];
  // Who has typed a whole name and goes on is done with it.
  const isOpen = offered.length > 0 && !(typing && offered.some(({ name }) => name === typing.query));
  const idOf = (member: Member) => `${listId}-${member.id}`;
  const look = () => {
    const { value, selectionStart } = field.current ?? { value: "", selectionStart: 0 };
    setTyping(typedName(value, selectionStart));
    setActive(0);
  };
  const pick = ({ name }: Member) => {
    if (!typing) return;
    const end = typing.start + 1 + typing.query.length;
    setText(`${text.slice(0, typing.start)}@${name} ${text.slice(end)}`);
    setTyping(null);
    const caret = typing.start + name.length + 2;
    requestAnimationFrame(() => field.current?.setSelectionRange(caret, caret));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isOpen || event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = offered[active];
    if (step) setActive((active + step + offered.length) % offered.length);
    else if ((event.key === "Enter" || event.key === "Tab") && chosen) pick(chosen);
    else if (event.key === "Escape") setTyping(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const activeId = offered[active] ? idOf(offered[active]) : "";
  return { isOpen, listId, activeId, offered, active, idOf, pick, look, close: () => setTyping(null), onKeyDown };
}
