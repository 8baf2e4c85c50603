/** The way that a finding takes through the picture: its elements in order, and the flows between them. */

export interface Trail {
  elements: readonly string[];
  flows: ReadonlySet<string>;
  /** Whether the order of the elements means something: a way from the first to the last. */
  isWay: boolean;
}

interface Placed {
  target: string;
  also: readonly string[];
  trace: { path?: readonly string[] } | null;
}

interface Line {
  id: string;
  source: string;
  target: string;
}

/** What to show of a finding. One without a way is shown by where it applies; a flow brings its two ends along. */
export function trailOf({ target, also, trace }: Placed, flows: readonly Line[]): Trail {
  const path = trace?.path ?? [];
  const byId = new Map(flows.map((flow) => [flow.id, flow]));
  const stops = path.length > 1 ? path : [target, ...also];
  const elements = [...new Set(stops.flatMap((id) => endsOf(byId.get(id)) ?? [id]))];
  const named = [target, ...also, ...path].filter((id) => byId.has(id));
  const isWay = path.length > 1;
  const between = isWay ? elements.slice(1).flatMap((to, index) => flowsOf(elements[index] ?? "", to, flows)) : [];
  return { elements, flows: new Set([...named, ...between]), isWay };
}

const endsOf = (flow: Line | undefined): string[] | undefined => flow && [flow.source, flow.target];

/** Those that lead from one to the other; where none does, what comes back the other way carries it. */
function flowsOf(from: string, to: string, flows: readonly Line[]): string[] {
  const along = flows.filter((flow) => flow.source === from && flow.target === to);
  const back = flows.filter((flow) => flow.source === to && flow.target === from);
  return (along.length > 0 ? along : back).map((flow) => flow.id);
}
