/** Keys as they are printed on the keyboard of this person. */
import { messages } from "./messages";

const IS_APPLE = /mac|iphone|ipad/i.test(navigator.platform);
const NAMES: Record<string, string> = {
  ...messages.keys.names,
  ...(IS_APPLE ? { mod: "⌘" } : {}),
  shift: "⇧",
  enter: "↵",
  arrowleft: "←",
  arrowright: "→",
  arrowdown: "↓",
};

const nameOf = (part: string): string => NAMES[part.toLowerCase()] ?? part.toUpperCase();

/** "mod+k" as "Ctrl K". */
export const keysOf = (shortcut: string): string => shortcut.split("+").map(nameOf).join(" ");
