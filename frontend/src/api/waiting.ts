/** How many deeds of this page wait to be saved, in whichever system, whether they are kept, and how they wait for the line. */
import { useSyncExternalStore } from "react";

let count = 0;
let isKept = true;
const listeners = new Set<() => void>();
const sleepers = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}

function change(by: number): void {
  count += by;
  tell();
}

export function setKept(isSo: boolean): void {
  isKept = isSo;
  tell();
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

/** Whether all that waits or was refused outlives this page. */
export const useAreKept = (): boolean => useSyncExternalStore(subscribe, () => isKept);

/** So long, or until the line is said to be there again. */
export function untilNextTry(milliseconds: number): Promise<void> {
  return new Promise((done) => {
    const wake = () => {
      clearTimeout(timer);
      sleepers.delete(wake);
      done();
    };
    const timer = setTimeout(wake, milliseconds);
    sleepers.add(wake);
  });
}

/** The line is there again: whatever waits is tried now. */
export function tryNow(): void {
  for (const wake of [...sleepers]) wake();
}
