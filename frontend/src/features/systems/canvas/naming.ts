/** What parts are called, and naming one as of how it was when that began. */
import type { Change, PartType } from "@/api/operations";
import type { Picture } from "@/api/picture";
import { messages } from "@/lib/messages";

export interface NamedPart {
  type: PartType;
  id: string;
  name: string;
  version: number;
}

type Parts = "elements" | "boundaries" | "flows";
type Model = { readonly [Kind in Parts]: readonly Picture[Kind][number][] };

/** A flow without a name is called by its ends. */
export function nameOf(model: Model, id: string): string {
  const part = [...model.elements, ...model.boundaries].find((one) => one.id === id);
  if (part) return part.name;
  const flow = model.flows.find((one) => one.id === id);
  if (!flow) return "";
  return flow.name || messages.workbench.between(nameOf(model, flow.source), nameOf(model, flow.target));
}

export function partOf({ elements, boundaries, flows }: Model, id: string): NamedPart | undefined {
  const lists = [
    ["element", elements],
    ["boundary", boundaries],
    ["flow", flows],
  ] as const;
  for (const [type, parts] of lists) {
    const found = parts.find((part) => part.id === id);
    if (found) return { type, id, name: found.name, version: found.version };
  }
  return undefined;
}

/** Null where the part keeps its name: only a flow may have none. */
export function renamed({ type, id, version }: NamedPart, name: string | null): Change | null {
  if (name === null || (name === "" && type !== "flow")) return null;
  return { op: "change", type, id, values: { name }, version };
}
