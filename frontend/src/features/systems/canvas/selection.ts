/** What is selected on the canvas, and how many findings each element has. */
import { createContext, useContext } from "react";
import type { LensCounts } from "@/lib/counts";
import type { Trail } from "@/lib/trail";

export interface CanvasSelection {
  selected: string | undefined;
  onSelect: (id: string | null) => void;
  counts: ReadonlyMap<string, LensCounts>;
  /** What stands out while the rest is faded. */
  trail?: Trail | undefined;
}

export const SelectionContext = createContext<CanvasSelection>({
  selected: undefined,
  onSelect: () => undefined,
  counts: new Map(),
});

export const useCanvasSelection = (): CanvasSelection => useContext(SelectionContext);
