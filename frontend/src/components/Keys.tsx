/** A key as it is printed on the keyboard. */
import { Kbd } from "@mantine/core";

const IS_APPLE = /mac|iphone|ipad/i.test(navigator.platform);
const NAMES: Record<string, string> = {
  mod: IS_APPLE ? "⌘" : "Ctrl",
  shift: "⇧",
  enter: "↵",
  escape: "Esc",
  arrowleft: "←",
  arrowright: "→",
};

const nameOf = (part: string): string => NAMES[part.toLowerCase()] ?? part.toUpperCase();

export function Keys({ shortcut }: { shortcut: string }) {
  return <Kbd size="xs">{shortcut.split("+").map(nameOf).join(" ")}</Kbd>;
}
