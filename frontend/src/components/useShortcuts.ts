/** Keys that do something on this page while no field has them. */
import { useEffect, useRef } from "react";
import { isShortcut, isTyping } from "@/lib/shortcuts";

/** Shortcut such as "j" or "mod+k" → what it does. */
export type Shortcuts = Record<string, () => void>;

export function useShortcuts(shortcuts: Shortcuts, isActive = true): void {
  const current = useRef(shortcuts);
  useEffect(() => {
    current.current = shortcuts;
  });
  useEffect(() => {
    if (!isActive) return;
    const onKeyDown = (event: KeyboardEvent) => {
      const found = Object.keys(current.current).find((shortcut) => isShortcut(event, shortcut));
      if (!found || event.defaultPrevented) return;
      if (isElsewhere(event.target, found) && !found.includes("mod")) return;
      event.preventDefault();
      current.current[found]?.();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [isActive]);
}

/** Typing, an open dialog or list keeps its keys; Enter on a button or link presses that. */
const isElsewhere = (target: EventTarget | null, shortcut: string): boolean =>
  isTyping(target) ||
  (target instanceof Element &&
    (target.closest('[role="dialog"], [role="menu"], [role="listbox"]') !== null ||
      (shortcut === "enter" && target.closest("a, button") !== null)));
