/** Which key was meant: names of keys such as "j", "?", "mod+k", and whether an event is that key. */

export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

export function isShortcut(press: KeyPress, shortcut: string): boolean {
  const parts = shortcut.toLowerCase().split("+");
  const key = parts.at(-1);
  const wantsModifier = parts.includes("mod");
  const wantsShift = parts.includes("shift");
  const hasModifier = press.ctrlKey || press.metaKey;
  if (press.altKey || hasModifier !== wantsModifier) return false;
  if (wantsShift && !press.shiftKey) return false;
  // Upper-case letters mean that shift or caps lock is on; a shortcut without "shift" still means the letter only when shift is up.
  if (!wantsShift && press.shiftKey && /^[a-z]$/i.test(press.key)) return false;
  return press.key.toLowerCase() === key;
}

/** Whether typing goes into a field, so that letters are text and not commands. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    /^(input|textarea|select)$/i.test(target.tagName) ||
    target.getAttribute("role") === "combobox"
  );
}
