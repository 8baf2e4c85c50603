/** Naming a part, as of how it was when that began. */
import type { Change, PartType } from "@/api/operations";
import type { Picture } from "@/api/picture";

export interface NamedPart {
  type: PartType;
  id: string;
  name: string;
  version: number;
}

type Model = Pick<Picture, "elements" | "boundaries" | "flows">;

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
