/** How many deeds of this page wait to be saved, in whichever system. */
import { useSyncExternalStore } from "react";

let count = 0;
const listeners = new Set<() => void>();

function change(by: number): void {
  count += by;
  for (const listener of listeners) listener();
}

/** Counts something as waiting until it has ended, well or not. */
export function whileWaiting<Outcome>(work: Promise<Outcome>): Promise<Outcome> {
  change(1);
  return work.finally(() => change(-1));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useWaitingDeeds = (): number => useSyncExternalStore(subscribe, () => count);
