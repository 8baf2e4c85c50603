/** What the canvas shows on top of the model: findings, open comments, the way of a finding, what is exposed. */
import { createContext, useContext } from "react";
import type { OpenThreads } from "@/api/comments";
import type { LensCounts } from "@/lib/counts";
import type { Trail } from "@/lib/trail";
import type { Exposure } from "./exposure";

export interface Marks {
  counts: ReadonlyMap<string, LensCounts>;
  threads: OpenThreads;
  /** What stands out while the rest is faded. */
  trail?: Trail | undefined;
  /** Only while somebody asks for it. */
  exposure?: Exposure | undefined;
  /** So far away that names could not be read. */
  isFar: boolean;
}

export const MarksContext = createContext<Marks>({ counts: new Map(), threads: new Map(), isFar: false });

export const useMarks = (): Marks => useContext(MarksContext);
