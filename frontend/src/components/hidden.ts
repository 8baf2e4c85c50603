/** What somebody has removed and may still take back: hidden on every page of this browser tab. */
import { useMemo, useSyncExternalStore } from "react";

let hidden: ReadonlySet<string> = new Set();
const listeners = new Set<() => void>();

function set(next: ReadonlySet<string>): void {
  hidden = next;
  for (const listener of listeners) listener();
}

export const hide = (id: string): void => set(new Set([...hidden, id]));
export const unhide = (id: string): void => set(new Set([...hidden].filter((one) => one !== id)));

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useHidden = (): ReadonlySet<string> => useSyncExternalStore(subscribe, () => hidden);

export function useShown<Row extends { id: string }>(rows: readonly Row[]): readonly Row[] {
  const gone = useHidden();
  return useMemo(() => (gone.size === 0 ? rows : rows.filter((row) => !gone.has(row.id))), [rows, gone]);
}
