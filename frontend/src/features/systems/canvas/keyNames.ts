/** Keys as text, for tooltips. */
const IS_APPLE = /mac|iphone|ipad/i.test(navigator.platform);
const NAMES: Record<string, string> = { mod: IS_APPLE ? "⌘" : "Ctrl", shift: "⇧", delete: "Del" };

export const keysOf = (shortcut: string): string =>
  shortcut
    .split("+")
    .map((part) => NAMES[part] ?? part.toUpperCase())
    .join(" ");
