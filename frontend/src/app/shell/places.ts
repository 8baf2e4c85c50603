/** The places of a workspace, and which of them an address lies in. */
import { messages } from "@/lib/messages";

interface Place {
  to: "/w/$workspace/systems" | "/w/$workspace/catalogue" | "/w/$workspace/settings";
  name: string;
  /** What stands behind the workspace in the addresses of this place. */
  holds: readonly string[];
}

export const PLACES: readonly Place[] = [
  { to: "/w/$workspace/systems", name: messages.nav.systems, holds: ["systems"] },
  {
    to: "/w/$workspace/catalogue",
    name: messages.nav.catalogue,
    holds: ["catalogue", "new-entry", "controls", "new-control", "packs"],
  },
  { to: "/w/$workspace/settings", name: messages.nav.workspace, holds: ["settings"] },
];

export function placeOf(path: string): Place | undefined {
  const part = path.split("/")[3] ?? "";
  return PLACES.find(({ holds }) => holds.includes(part));
}

/** The system and the part of it, or the place of the workspace, that an address leads to. */
export function whereIs(path: string): { system: string | null; place: string } {
  const [, , , part = "", system, tab = ""] = path.split("/");
  return part === "systems" && system ? { system, place: tab || "picture" } : { system: null, place: part || "home" };
}

/** What a place is called; nothing for one that a newer page knows. */
export function placeWords(system: string | null, place: string): string {
  const tabs: Record<string, string> = messages.tabs;
  if (system) return tabs[place] ?? "";
  if (place === "home") return messages.nav.home;
  return placeOf(`/w/-/${place}`)?.name ?? "";
}
