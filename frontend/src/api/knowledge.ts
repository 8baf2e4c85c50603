/** The objects of the catalogue, and the words of the model. */
import type { Source } from "@/lib/lens";

export type Effect = "helps" | "nothing" | "hurts";

/** The part of the score that a control moves. */
export type Factor = "challenge" | "withstand" | "catch" | "impact" | "relief";

export type ControlKind = "preventive" | "detective" | "corrective" | "governance";
export type ControlFunction = "avoid" | "resist" | "detect" | "limit" | "recover";

export interface FindingControl {
  slug: string;
  title: string;
  effect_on_adversarial: Effect;
  effect_on_unintended: Effect;
  effect_reason: string;
  factor: Factor;
  verification: string;
}

export interface CatalogueReference {
  framework: string;
  edition: string;
  identifier: string;
  title: string;
  url?: string;
  formerly?: string;
  now?: string;
}

export interface KindSpec {
  group: string;
  base: "process" | "datastore" | "external";
  label: string;
  meaning: string;
  attributes: string[];
}

export interface AttributeSpec {
  type: "bool" | "enum" | "set";
  values: string[];
  label: string;
  ask: string;
  help: string;
  value_labels: Record<string, string>;
}

export interface PropertySpec {
  lens: "security" | "safety" | "both";
  label: string;
  meaning: string;
}

/** What has to be withstood, as it comes by itself and as somebody brings it about. */
export interface DisturbanceSpec {
  label: string;
  natural: string;
  hostile: string;
}

export interface Vocabulary {
  kinds: Record<string, KindSpec>;
  attributes: Record<string, AttributeSpec>;
  flow_attributes: string[];
  system_attributes: string[];
  properties: Record<string, PropertySpec>;
  disturbances: Record<string, DisturbanceSpec>;
  /** Shapes of whole paths, each with what it is in words. */
  paths: Record<string, string>;
  boundary_trust: string[];
  lifecycle_stages: string[];
}

export interface FieldDifference {
  field: string;
  before: unknown;
  after: unknown;
}

/** How an entry or control stands in this workspace. */
export interface Standing {
  standing: "built_in" | "own" | "overridden";
  pack: string | null;
  switched_off: { reason: string; by: string; at: string } | null;
  /** Why it cannot be used; empty where it can. */
  problem: string;
  original_changed: boolean;
}

export type RowContent = Record<string, unknown>;

export interface StandingDetail extends Standing {
  content: RowContent;
  version: number;
  reason: string;
  changed_by: string;
  changed_at: string | null;
  /** From the built-in one as it was copied. */
  differs: FieldDifference[];
  /** Of the built-in one, since it was copied. */
  original_changes: FieldDifference[];
  original_gone: boolean;
}

export interface CatalogueEntryBrief extends Standing {
  slug: string;
  title: string;
  gist: string;
  family: "ai_security" | "ai_safety" | "classic";
  source: Source;
  origin: string;
  kinds: string[];
  harms: string[];
  stages: string[];
}

interface ControlWords extends FindingControl {
  gist: string;
  kind: ControlKind;
  function: ControlFunction;
}

/** As it stands beside an entry. */
export interface EntryControl extends ControlWords {
  is_off: boolean;
}

export interface CatalogueControlBrief extends ControlWords, Standing {
  treats: string[];
}

export interface CatalogueControl extends CatalogueControlBrief, StandingDetail {
  references: CatalogueReference[];
  entries: { slug: string; title: string; source: Source; is_off: boolean }[];
}

/** One fact that has to hold; the conditions of an entry hold together. */
export interface CatalogueCondition {
  on: "element" | "near" | "flow" | "system";
  attribute: string;
  values: (string | boolean)[];
  negated: boolean;
}

/** A public incident by name, and where it is written down. */
export interface Example {
  name: string;
  source: string;
}

export interface CatalogueEntry extends CatalogueEntryBrief, StandingDetail {
  when: CatalogueCondition[];
  question: string;
  other_question: string;
  /** Empty where nothing is said of it, as are the next two. */
  disturbance: string;
  pattern: string;
  /** Why it has no counterpart. */
  alone: string;
  examples: Example[];
  references: CatalogueReference[];
  controls: EntryControl[];
  counterparts: {
    slug: string;
    title: string;
    source: Source;
    relation: string;
    shared_property: string;
    reason: string;
    examples: Example[];
    is_off: boolean;
  }[];
}
