/** Which flows cross a boundary, and what content from outside reaches. The engine decides it in the same way. */
import type { Element, Flow } from "@/api/types";
import type { Model } from "./scene";

export interface Exposure {
  crossing: ReadonlySet<string>;
  /** Elements that content from outside begins at or reaches. */
  reached: ReadonlySet<string>;
  /** Flows that carry it. */
  carrying: ReadonlySet<string>;
}

const OPEN = ["public", "physical_world"];

const effective = (element: Element, name: string): unknown => element.effective_attributes[name]?.value;

export function exposureOf({ elements, boundaries, flows }: Model): Exposure {
  const byId = new Map(elements.map((element) => [element.id, element]));
  const drawn = flows.filter(({ source, target }) => byId.has(source) && byId.has(target));
  const crossing = drawn.filter(
    ({ source, target }) => (byId.get(source)?.boundary ?? null) !== (byId.get(target)?.boundary ?? null),
  );
  const isUntrusted = untrusted(boundaries);
  const refuses = new Set(
    elements.filter((element) => effective(element, "untrusted_content") === false).map(({ id }) => id),
  );
  const isOutside = (element: Element): boolean => {
    const said = effective(element, "untrusted_content");
    if (said !== undefined) return said === true;
    if (element.boundary !== null && isUntrusted(element.boundary)) return true;
    return element.kind === "external_source" || OPEN.includes(String(effective(element, "exposure")));
  };
  const brought = drawn.filter((flow) => flow.attributes.untrusted_content === true);
  const starts = [
    ...elements.filter(isOutside).map(({ id }) => id),
    ...brought.map(({ target }) => target).filter((id) => !refuses.has(id)),
  ];
  const ways = onwardFrom(drawn.filter((flow) => flow.attributes.untrusted_content !== false));
  const reached = new Set(starts);
  const carrying = new Set(brought.map(({ id }) => id));
  for (const id of reached) {
    for (const [flow, end] of ways.get(id) ?? []) {
      if (refuses.has(end)) continue;
      carrying.add(flow);
      reached.add(end); // A set that grows while it is walked is walked to its end.
    }
  }
  return { crossing: new Set(crossing.map(({ id }) => id)), reached, carrying };
}

/** Its own trust, else that of the nearest one around it that says so. */
function untrusted(boundaries: Model["boundaries"]): (id: string) => boolean {
  const byId = new Map(boundaries.map((boundary) => [boundary.id, boundary]));
  return (id) => {
    const seen = new Set<string>();
    let found = byId.get(id);
    while (found && !found.trust && !seen.has(found.id)) {
      seen.add(found.id);
      found = byId.get(found.parent ?? "");
    }
    return found?.trust === "untrusted";
  };
}

/** Element → the flows by which something leaves it, with their other ends. */
function onwardFrom(flows: readonly Flow[]): ReadonlyMap<string, [flow: string, end: string][]> {
  const ways = new Map<string, [string, string][]>();
  const add = (from: string, flow: string, to: string) => {
    const there = ways.get(from);
    if (there) there.push([flow, to]);
    else ways.set(from, [[flow, to]]);
  };
  for (const { id, source, target, bidirectional } of flows) {
    add(source, id, target);
    if (bidirectional) add(target, id, source);
  }
  return ways;
}
