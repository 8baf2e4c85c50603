/** The names under which answers are kept, and which of them an event makes old. */
import type { QueryClient, QueryKey } from "@tanstack/react-query";
import type { Event } from "@/api/types";

export const keys = {
  me: ["me"] as const,
  workspace: (workspace: string, what: string) => ["workspace", workspace, what] as const,
  system: (system: string, what: string) => ["system", system, what] as const,
  catalogue: (what: string) => ["catalogue", what] as const,
};

/** The lists of a system that show an object of this type. */
const SHOWN_IN: Record<string, readonly string[]> = {
  element: ["elements", "self", "placements", "assets", "flows"],
  flow: ["flows", "placements"],
  boundary: ["boundaries", "elements", "placements"],
  diagram: ["diagrams", "placements"],
  asset: ["assets"],
  loss: ["losses"],
  assumption: ["assumptions"],
  finding: ["findings", "links"],
  treatment: ["findings"],
  run: ["runs"],
  report: ["reports"],
  system: ["self", "elements", "flows", "boundaries", "diagrams", "placements", "findings"],
};

const WORKSPACE_LISTS: Record<string, readonly string[]> = {
  membership: ["members"],
  invitation: ["invitations", "members"],
  apitoken: ["tokens"],
  system: ["systems"],
  element: ["systems"],
  ownrow: ["catalogue"],
  switchedoff: ["catalogue"],
  pack: ["catalogue"],
};

/** The keys of what an event has made old. */
export function oldAfter(event: Pick<Event, "object_type" | "system">, workspace: string): QueryKey[] {
  const found: QueryKey[] = (WORKSPACE_LISTS[event.object_type] ?? []).map((what) => keys.workspace(workspace, what));
  if (event.object_type === "workspace") found.push(keys.me);
  if (event.system) {
    const shown = SHOWN_IN[event.object_type] ?? [];
    for (const what of [...shown, "events"]) found.push(keys.system(event.system, what));
  }
  return found;
}

export function forget(queries: QueryClient, old: readonly QueryKey[]): void {
  for (const queryKey of old) void queries.invalidateQueries({ queryKey });
}
