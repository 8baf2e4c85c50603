/** What a deed is made of, and what the rows on the page look like after it. */
import type { Parts, PartKind } from "@/api/parts";
import { isRemark, type Remark } from "@/api/remarks";
import type { Arrangement, Placement, Stamped } from "@/api/types";

export type PartType = "element" | "flow" | "boundary" | "diagram" | "assumption" | "asset" | "loss";
export type Values = Record<string, unknown>;

export interface Create {
  op: "create";
  type: PartType;
  id: string;
  version?: number;
  values: Values;
}

export interface Change {
  op: "change";
  type: PartType;
  id: string;
  /** The version that was seen; a deed fills it in. */
  version?: number;
  /** Attributes are merged key by key; null takes one away. */
  values: Values;
}

export interface Delete {
  op: "delete";
  type: PartType;
  id: string;
  version?: number;
}

export interface Place {
  op: "place";
  diagram: string;
  placements?: readonly Placement[];
  flows?: Arrangement["flows"];
  /** Elements and boundaries that leave the diagram. */
  gone?: readonly string[];
}

export type Operation = Create | Change | Delete | Place | Remark;

export const LIST_OF: Record<PartType, PartKind> = {
  element: "elements",
  flow: "flows",
  boundary: "boundaries",
  diagram: "diagrams",
  assumption: "assumptions",
  asset: "assets",
  loss: "losses",
};

const DESCRIBED = { description: "", tags: [], attributes: {} };
/** What a new part has that nobody has said anything about. */
const BLANK: Record<PartKind, Values> = {
  elements: { ...DESCRIBED, boundary: null, effective_attributes: {}, out_of_scope: false, out_of_scope_reason: "" },
  flows: { ...DESCRIBED, name: "", bidirectional: false },
  boundaries: { ...DESCRIBED, trust: "", parent: null },
  diagrams: { description: "", position: 0 },
  assumptions: { owner: "", valid_until: null, status: "open" },
  assets: { description: "", data_classes: [], needs: {}, held_by: [] },
  losses: { description: "", impact: {}, irreversible: false, assets: [] },
};

/** A row as it will look: plain fields replaced, attributes merged, and what holds for an element brought up to date. */
export function changed<Row extends object>(row: Row, changes: Values): Row {
  const { attributes, ...fields } = changes;
  if (!attributes) return { ...row, ...fields };
  const own: Values = { ...("attributes" in row ? (row.attributes as object) : {}) };
  const effective: Values = { ...("effective_attributes" in row ? (row.effective_attributes as object) : {}) };
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null) {
      delete own[name];
      delete effective[name];
    } else {
      own[name] = value;
      effective[name] = { value, from: "own" };
    }
  }
  return { ...row, ...fields, attributes: own, effective_attributes: effective };
}

/** The rows of one list after the operations; the very same list where none is about it. */
export function rowsAfter<Kind extends PartKind>(
  kind: Kind,
  rows: Parts[Kind][],
  operations: readonly Operation[],
): Parts[Kind][] {
  const found = new Map<string, Stamped>(rows.map((row) => [row.id, row]));
  let isTouched = false;
  for (const operation of operations) {
    if (operation.op === "place" || isRemark(operation)) continue;
    const { op, id } = operation;
    if (LIST_OF[operation.type] !== kind) {
      if (op === "delete") isTouched = letGo(kind, found, operation) || isTouched;
      continue;
    }
    isTouched = true;
    const row = found.get(id);
    if (op === "create") found.set(id, { ...BLANK[kind], version: 1, ...operation.values, id } as unknown as Stamped);
    else if (op === "delete") found.delete(id);
    else if (row) found.set(id, changed(row, operation.values));
  }
  return isTouched ? ([...found.values()] as Parts[Kind][]) : rows;
}

/** What a deletion does to rows of other lists: flows go with their ends, and what lay in a boundary lies nowhere. */
function letGo(kind: PartKind, found: Map<string, Stamped>, { type, id: gone }: Delete): boolean {
  const field = { flows: "", elements: "boundary", boundaries: "parent" }[kind as string];
  if (field === undefined || type !== (kind === "flows" ? "element" : "boundary")) return false;
  let isTouched = false;
  for (const [id, row] of found) {
    const { source, target, [field]: around } = row as unknown as Record<string, unknown>;
    const isEnd = kind === "flows" && (source === gone || target === gone);
    if (!isEnd && around !== gone) continue;
    isTouched = true;
    if (isEnd) found.delete(id);
    else found.set(id, { ...row, [field]: null });
  }
  return isTouched;
}

const drawnIn = ({ element, boundary }: Placement): string => element ?? boundary ?? "";

/** Where everything is drawn after the operations; the very same where none places anything here. */
export function arrangementAfter(
  diagram: string,
  arrangement: Arrangement,
  operations: readonly Operation[],
): Arrangement {
  const placing = operations.filter((operation) => operation.op === "place" && operation.diagram === diagram);
  if (placing.length === 0) return arrangement;
  const boxes = new Map(arrangement.placements.map((placement) => [drawnIn(placement), placement]));
  const flows = new Map(arrangement.flows.map((drawn) => [drawn.flow, drawn]));
  for (const { placements = [], flows: bent = [], gone = [] } of placing as Place[]) {
    for (const id of gone) boxes.delete(id);
    for (const placement of placements) boxes.set(drawnIn(placement), placement);
    for (const drawn of bent) flows.set(drawn.flow, drawn);
  }
  return { placements: [...boxes.values()], flows: [...flows.values()] };
}
