/** The parts of a system as a tree: boundaries, in them boundaries and elements, and under an element the flows that leave it. */
import type { TreeNode } from "@/components/tree/nodes";
import type { Boundary, Element, Flow } from "@/api/types";
import { messages } from "@/lib/messages";
import { grouped } from "@/lib/records";

interface Parts {
  elements: readonly Element[];
  boundaries: readonly Boundary[];
  flows: readonly Flow[];
}

/** A boundary in a ring of boundaries, which the server refuses, stands at the top. */
export function treeOf({ elements, boundaries, flows }: Parts): TreeNode[] {
  const names = new Map(elements.map(({ id, name }) => [id, name]));
  const known = new Set(boundaries.map(({ id }) => id));
  const inside = grouped(boundaries, ({ parent }) => (parent !== null && known.has(parent) ? parent : ""));
  const held = grouped(elements, ({ boundary }) => (boundary !== null && known.has(boundary) ? boundary : ""));
  const leaving = grouped(flows, ({ source }) => source);
  const seen = new Set<string>();
  const flowNode = (flow: Flow): TreeNode => ({
    id: flow.id,
    name: messages.outline.flowTo(flow.name, names.get(flow.target) ?? "?", flow.bidirectional),
    children: [],
    isOpenAtFirst: false,
  });
  const elementNode = ({ id, name }: Element): TreeNode => ({
    id,
    name,
    children: (leaving.get(id) ?? []).map(flowNode),
    isOpenAtFirst: false,
  });
  const boundaryNode = (boundary: Boundary): TreeNode => {
    seen.add(boundary.id);
    return { id: boundary.id, name: boundary.name, children: contents(boundary.id), isOpenAtFirst: true };
  };
  const contents = (home: string): TreeNode[] => [
    ...(inside.get(home) ?? []).filter(({ id }) => !seen.has(id)).map(boundaryNode),
    ...(held.get(home) ?? []).map(elementNode),
  ];
  const top = contents("");
  const lost = boundaries.flatMap((boundary) => (seen.has(boundary.id) ? [] : [boundaryNode(boundary)]));
  return [...lost, ...top];
}
