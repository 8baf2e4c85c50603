/** What the workbench remembers, and what it knows of the view. */
import type { Box, Spot } from "./geometry";
import { isKept } from "./kept";
import type { Moves } from "./moving";
import type { Scene } from "./scene";

/** What a list asks for: a kind to add at a spot, perhaps with a flow from somewhere, or an element to connect to. */
export type Asking = { for: "kind"; at: Spot | null; from?: string } | { for: "end"; from: string };

export interface BenchState {
  selected: ReadonlySet<string>;
  renaming: string | null;
  asking: Asking | null;
  /** Moves that are not saved yet, in the scene for which they hold. */
  moves: { scene: Scene; by: Moves; isSaved: boolean } | null;
  /** The boundary that would take what is being dragged. */
  dropInto: string | null;
  /** A boundary whose edge is being dragged. */
  sizing: { scene: Scene; id: string; box: Box } | null;
  /** A flow that is being drawn from an element to wherever the pointer is. */
  joining: { from: string; at: Spot } | null;
  /** The element under the pointer. */
  hovered: string | null;
  /** A flow whose bends are being dragged. */
  bending: { scene: Scene; flow: string; bends: readonly Spot[] } | null;
  /** What has just happened, for those who do not see it. */
  said: string;
  isLocked: boolean;
  isSnapping: boolean;
  isExposed: boolean;
  isLensShown: boolean;
  isMapShown: boolean;
  /** Cursors and selections of the others; off, this page tells them nothing of its own either. */
  isOthersShown: boolean;
}

export type Switch = "isLocked" | "isSnapping" | "isExposed" | "isLensShown" | "isMapShown" | "isOthersShown";

/** What the view tells and does, in the measures of the canvas. */
export interface View {
  center: () => Spot;
  pointer: () => Spot | null;
  focus: (id: string) => void;
  /** Whether the canvas itself or this part of it has the focus, and no field in it. */
  isIn: (id: string) => boolean;
}

/** Pictures with more parts than this, in windows wider than this, have the map from the start. */
const MANY = 60;
const WIDE = 1_200;

/** `parts` is how many boxes are drawn. */
export const benchAtStart = (shown: string | undefined, parts: number): BenchState => ({
  selected: new Set(shown ? [shown] : []),
  renaming: null,
  asking: null,
  moves: null,
  dropInto: null,
  sizing: null,
  joining: null,
  bending: null,
  hovered: null,
  said: "",
  isLocked: isKept("isLocked", false),
  isSnapping: isKept("isSnapping", true),
  isMapShown: isKept("isMapShown", parts > MANY && window.innerWidth > WIDE),
  isOthersShown: isKept("isOthersShown", true),
  isExposed: false,
  isLensShown: true,
});
