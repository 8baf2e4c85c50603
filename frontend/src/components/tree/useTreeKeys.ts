/** The keys of a tree, as its pattern of WAI-ARIA describes them. */
import { type KeyboardEvent, useRef } from "react";
import { isShortcut } from "@/lib/shortcuts";
import { foundByName, walked } from "./nodes";
import type { TreeState } from "./useTree";

const TYPING_ENDS = 700;

/** Further keys of a page: "alt+arrowleft", "/". They are asked first. */
export type TreeCommands = Record<string, () => void>;

export function useTreeKeys(tree: TreeState, page: number, commands: TreeCommands, onOpen: (id: string) => void) {
  const typed = useRef({ text: "", at: 0 });
  return (event: KeyboardEvent) => {
    if (tree.renaming !== null) return;
    const isElsewhere = isCommanded(event, commands) || isWalking(event, tree, page, onOpen);
    // Another key ends a name that is being typed.
    if (isElsewhere) typed.current.text = "";
    else if (!isFinding(event, tree, typed.current)) return;
    event.preventDefault();
    // The page has other plans for some of these keys.
    event.stopPropagation();
  };
}

function isCommanded(event: KeyboardEvent, commands: TreeCommands): boolean {
  const found = Object.keys(commands).find((shortcut) =>
    shortcut.startsWith("alt+")
      ? event.altKey && !event.ctrlKey && event.key.toLowerCase() === shortcut.slice(4)
      : isShortcut(event, shortcut),
  );
  if (found) commands[found]?.();
  return found !== undefined;
}

function isWalking(event: KeyboardEvent, tree: TreeState, page: number, onOpen: (id: string) => void): boolean {
  const { items, index } = tree;
  const item = items[index];
  if (!item || event.altKey) return false;
  const isModified = event.ctrlKey || event.metaKey;
  const next = walked(items, index, event.key, page);
  if (next !== null) tree.go(next, event.shiftKey ? "more" : isModified ? "focus" : "alone");
  else if (event.key === "ArrowRight" && item.isOpen === false) tree.setOpen([item], true);
  else if (event.key === "ArrowRight") tree.go(item.isOpen ? index + 1 : index);
  else if (event.key === "ArrowLeft" && item.isOpen) tree.setOpen([item], false);
  else if (event.key === "ArrowLeft") tree.go(items.findIndex(({ node }) => node.id === item.parent));
  else if (event.key === "*")
    tree.setOpen(
      items.filter(({ parent, isOpen }) => parent === item.parent && isOpen !== undefined),
      true,
    );
  else if (event.key === " " && event.shiftKey) tree.go(index, "more");
  else if (event.key === " ") tree.toggleSelected();
  else if (isShortcut(event, "mod+a")) tree.selectAll();
  else if (event.key === "Enter" && !isModified && !event.shiftKey) onOpen(item.node.id);
  else return false;
  return true;
}

function isFinding(event: KeyboardEvent, tree: TreeState, typed: { text: string; at: number }): boolean {
  const isLetter = /^[\p{Letter}\p{Number}]$/u.test(event.key);
  if (!isLetter || event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return false;
  typed.text = event.timeStamp - typed.at < TYPING_ENDS ? typed.text + event.key : event.key;
  typed.at = event.timeStamp;
  const found = foundByName(tree.items, tree.index, typed.text);
  if (found !== null) tree.go(found);
  return true;
}
