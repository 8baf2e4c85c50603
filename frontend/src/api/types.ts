/** The objects that the server sends, as the app uses them. */
import type { CatalogueReference, Factor, FindingControl } from "@/api/knowledge";
import type { Source } from "@/lib/lens";

export type Role = "owner" | "editor" | "reviewer" | "viewer";
export type AttributeValue = string | boolean | string[];
export type Attributes = Record<string, AttributeValue>;

export interface Page<Row> {
  next: string | null;
  previous: string | null;
  results: Row[];
}

export interface Stamped {
  id: string;
  version: number;
  created_at: string;
  updated_at: string;
}

/** What a role allows, in the server's words. */
export type Action =
  | "view"
  | "comment"
  | "edit_system"
  | "edit_catalogue"
  | "run"
  | "decide"
  | "report"
  | "create_token"
  | "manage_members"
  | "manage_workspace";

export interface MyWorkspace {
  slug: string;
  name: string;
  role: Role;
  may: Action[];
}

export interface Me {
  id: string;
  email: string;
  name: string;
  workspaces: MyWorkspace[];
}

export interface Workspace {
  slug: string;
  name: string;
}

export interface Member {
  id: string;
  role: Role;
  email: string;
  name: string;
  is_me: boolean;
  created_at: string;
}

export interface OpenInvitation {
  workspace: string;
  role: Role;
  invited_by: string;
}

export interface Invitation {
  id: string;
  role: Role;
  email: string;
  url?: string;
  expires_at: string;
  accepted_at?: string | null;
}

export interface ApiToken {
  id: string;
  name: string;
  access: "read" | "write";
  person: string;
  created_at: string;
  expires_at: string | null;
  token?: string;
}

export interface System extends Stamped {
  name: string;
  description: string;
  purpose: string;
  lifecycle_stage: string;
  attributes: Attributes;
  revision: number;
  is_sample: boolean;
  element_count: number;
}

export interface Boundary extends Stamped {
  name: string;
  description: string;
  /** Empty where it is unknown. */
  trust: string;
  parent: string | null;
  attributes: Attributes;
}

export interface EffectiveAttribute {
  value: AttributeValue;
  from: "own" | "boundary" | "system";
  /** The id of the boundary, if it was one. */
  object?: string;
}

export interface Element extends Stamped {
  name: string;
  kind: string;
  description: string;
  boundary: string | null;
  attributes: Attributes;
  effective_attributes: Record<string, EffectiveAttribute>;
  out_of_scope: boolean;
  out_of_scope_reason: string;
}

export interface Flow extends Stamped {
  name: string;
  source: string;
  target: string;
  description: string;
  attributes: Attributes;
  bidirectional: boolean;
}

export type Need = "low" | "medium" | "high";

export interface Asset extends Stamped {
  name: string;
  description: string;
  data_classes: string[];
  needs: Record<string, Need>;
  held_by: string[];
}

export interface Loss extends Stamped {
  title: string;
  description: string;
  impact: Record<string, number>;
  irreversible: boolean;
  assets: string[];
}

export interface Assumption extends Stamped {
  text: string;
  owner: string;
  valid_until: string | null;
  status: "open" | "confirmed" | "refuted";
}

export interface Placement {
  element?: string | null;
  boundary?: string | null;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Diagram extends Stamped {
  title: string;
  description: string;
  position: number;
}

/** Where everything is drawn on one diagram. */
export interface Arrangement {
  placements: Placement[];
  flows: { flow: string; bends: [number, number][] }[];
}

export type RunState = "queued" | "running" | "done" | "failed" | "cancelled";

export interface Question {
  object_type: "element" | "flow" | "system";
  object: string;
  name: string;
  attribute: string;
  ask: string;
  suggestions: string[];
  settles: number;
}

export interface Progress {
  done: number;
  total: number;
  element: string;
}

export interface RunCounts {
  new: number;
  refreshed: number;
  outdated: number;
  threats: number;
  hazards: number;
}

export interface Run {
  id: string;
  state: RunState;
  progress: Progress | null;
  counts: RunCounts | null;
  questions: Question[];
  error: string;
  attempts: number;
  asked_by: string;
  created_at: string;
  started_at: string | null;
  finished_at: string | null;
}

export type FindingStatus = "suggested" | "open" | "treating" | "resolved" | "dismissed" | "accepted";
export type TargetType = "element" | "flow" | "system";

export interface Fact {
  text: string;
  object_type: string;
  object: string;
  attribute: string | null;
  value: unknown;
}

export interface Unknown {
  object_type: string;
  object: string;
  attribute: string;
  ask: string;
}

/** A recorded treatment for which a suggestion stands lower; `finding` is the mark of the one that it treats. */
export interface Treated {
  text: string;
  control: string;
  title: string;
  state: string;
  finding: string;
}

export interface Trace {
  certainty: "certain" | "possible";
  score: number;
  because: Fact[];
  unknown: Unknown[];
  treated: Treated[];
  path: string[];
  properties: string[];
  /** What has to be withstood, a word of the vocabulary; empty where the entry names none. */
  disturbance: string;
}

export interface Counterpart {
  link: string | null;
  finding: string | null;
  entry: string | null;
  number: number | null;
  title: string;
  source: Source;
  relation: string;
  reason: string;
  status: FindingStatus | null;
}

export interface Finding extends Stamped {
  number: number;
  mark: string;
  source: Source;
  origin: string;
  title: string;
  description: string;
  target_type: TargetType;
  target: string;
  target_name: string;
  also: string[];
  entry: string | null;
  losses: string[];
  harms: string[];
  status: FindingStatus;
  rationale: string;
  accepted_by: string;
  accepted_until: string | null;
  raised_by: string;
  trace: Partial<Trace> | null;
  outdated: boolean;
  certainty: "certain" | "possible" | "";
  score: number;
  counterparts: Counterpart[];
  controls: FindingControl[];
  references: CatalogueReference[];
  goal?: string;
  access?: string;
  knowledge?: string;
  trigger?: string;
  mechanism?: string;
}

export type TreatmentState = "idea" | "planned" | "in_place" | "verified" | "stale";

export interface Treatment extends Stamped {
  control: string;
  title: string;
  factor: Factor;
  state: TreatmentState;
  owner: string;
  due: string | null;
  verified_until: string | null;
  evidence: string;
}

export interface FindingLink {
  id: string;
  from: string;
  to: string;
  type: string;
  reason: string;
}

export interface Report {
  id: string;
  title: string;
  state: RunState;
  revision: number;
  size: number;
  pages: number;
  warnings: string[];
  error: string;
  asked_by: string;
  created_at: string;
  finished_at: string | null;
}

/** A model to begin from. `key` is how one names it when one begins from it. */
export interface Template {
  key: string;
  kind: "saved" | "skeleton" | "sample";
  name: string;
  purpose: string;
  elements: number;
}

export interface Event {
  sequence: number;
  actor: string;
  verb: string;
  object_type: string;
  object_id: string;
  changes: Record<string, unknown>;
  at: string;
  system: string | null;
}

/** A system's model as it was at one revision. */
export interface Version {
  id: string;
  revision: number;
  name: string;
  note: string;
  saved_by: string;
  created_at: string;
}

export type ModelDeed = "added" | "changed" | "gone";

export interface ModelDifference {
  type: string;
  id: string;
  name: string;
  deed: ModelDeed;
  /** [before, after] by field; attributes one by one, as `attributes.autonomy`. */
  fields: Record<string, [unknown, unknown]>;
}

export interface Comparison {
  before: Version;
  /** Null for the model as it is now. */
  after: Version | null;
  revision: number;
  differences: ModelDifference[];
  /** Of either state: what can be drawn. */
  diagrams: { id: string; title: string }[];
}
