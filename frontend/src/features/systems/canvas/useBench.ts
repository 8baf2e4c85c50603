/** The workbench of the canvas around a component. */
import { createContext, useContext, useSyncExternalStore } from "react";
import type { BenchState } from "./benchState";
import type { Workbench } from "./workbench";

export const WorkbenchContext = createContext<Workbench | null>(null);

export function useBench(): Workbench {
  const bench = useContext(WorkbenchContext);
  if (!bench) throw new Error("This can only be shown on a canvas.");
  return bench;
}

/** A part of the workbench's state. The part has to be the same value as long as nothing of it changes. */
export function useBenchState<Part>(choose: (state: BenchState) => Part): Part {
  const bench = useBench();
  return useSyncExternalStore(bench.subscribe, () => choose(bench.state));
}
