/** What the canvas shows on top of the model: findings, the way of one of them, what is exposed. */
import { createContext, useContext } from "react";
import type { LensCounts } from "@/lib/counts";
import type { Trail } from "@/lib/trail";
import type { Exposure } from "./exposure";

export interface Marks {
  counts: ReadonlyMap<string, LensCounts>;
  /** What stands out while the rest is faded. */
  trail?: Trail | undefined;
  /** Only while somebody asks for it. */
  exposure?: Exposure | undefined;
  /** So far away that names could not be read. */
  isFar: boolean;
}

export const MarksContext = createContext<Marks>({ counts: new Map(), isFar: false });

export const useMarks = (): Marks => useContext(MarksContext);
