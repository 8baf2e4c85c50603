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
