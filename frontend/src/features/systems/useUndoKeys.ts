/** Undo and redo by key, wherever on the page the focus is; in a field or a dialog they stay the keys of that. */
import { useEffect, useRef } from "react";
import { isShortcut, isTyping } from "@/lib/shortcuts";

interface Ways {
  undo: () => void;
  redo: () => void;
}

export function useUndoKeys(ways: Ways): void {
  const current = useRef(ways);
  useEffect(() => {
    current.current = ways;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event.target) || isInDialog(event.target)) return;
      const isRedo = isShortcut(event, "mod+shift+z") || isShortcut(event, "mod+y");
      if (!isRedo && !isShortcut(event, "mod+z")) return;
      event.preventDefault();
      current.current[isRedo ? "redo" : "undo"]();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
}

const isInDialog = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role="dialog"]') !== null;
