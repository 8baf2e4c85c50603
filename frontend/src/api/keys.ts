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
  version: ["versions"],
  comment: ["comments"],
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
  savedtemplate: ["templates"],
  comment: ["mentions"],
};

type Happened = Pick<Event, "object_type" | "system"> & Partial<Pick<Event, "verb" | "changes" | "object_id">>;

/** The types of objects that an event is about: its own, those of all parts that a deed of many changes touched, what a run found. */
function typesOf({ object_type: own, verb, changes = {} }: Happened): string[] {
  if (verb === "run.finished") return [own, "finding"];
  if (verb !== "system.edited") return [own];
  const rows = Object.values(changes).flatMap((value) => (Array.isArray(value) ? (value as { type: string }[]) : []));
  return [...new Set([...rows.map(({ type }) => type), ...(changes.placed ? ["diagram"] : [])])];
}

/** What is suggested to be at stake follows from all of these. */
const CALLS_FOR = new Set("element flow boundary asset loss assumption system".split(" "));

/** What a deed of this page has brought up to date already. */
const KEPT_UP = new Set("elements flows boundaries diagrams placements assets losses assumptions".split(" "));

/** The keys of what an event has made old; `isOwn` is what this page did itself. */
export function oldAfter(event: Happened, workspace: string, isOwn = false): QueryKey[] {
  const types = typesOf(event);
  const found: QueryKey[] = types
    .flatMap((type) => WORKSPACE_LISTS[type] ?? [])
    .map((what) => keys.workspace(workspace, what));
  // Who has got another role may do other things from now on.
  if (["workspace", "membership"].includes(event.object_type)) found.push(keys.me);
  // It is gone with all that is in it, and its last event is the workspace's.
  if (event.verb === "system.deleted" && event.object_id) found.push(["system", event.object_id]);
  if (event.system) {
    const shown = new Set([...types.flatMap((type) => SHOWN_IN[type] ?? []), "events"]);
    if (types.some((type) => CALLS_FOR.has(type))) shown.add("stakeSuggestions");
    for (const what of shown) if (!isOwn || !KEPT_UP.has(what)) found.push(keys.system(event.system, what));
  }
  return found;
}

export function forget(queries: QueryClient, old: readonly QueryKey[]): void {
  for (const queryKey of old) void queries.invalidateQueries({ queryKey });
}
