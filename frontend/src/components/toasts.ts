/** Short notes at the foot of the page, some with a way back. */
import { useSyncExternalStore } from "react";

export interface Toast {
  id: number;
  text: string;
  undo?: (() => void) | undefined;
}

const SHOWN_FOR = 7_000;
let toasts: readonly Toast[] = [];
let counter = 0;
const listeners = new Set<() => void>();

function set(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

export const dismissToast = (id: number): void => set(toasts.filter((toast) => toast.id !== id));

/** Shows a note; the newest one with an undo is what the key U takes back. It goes once it was undone in another way. */
export function showToast(text: string, undo?: () => void, undone?: Promise<void>): number {
  counter += 1;
  const id = counter;
  set([...toasts.slice(-2), { id, text, undo }]);
  void undone?.then(() => dismissToast(id));
  setTimeout(() => dismissToast(id), SHOWN_FOR);
  return id;
}

/** A note about something that is being saved: it says `saved` once that is so, and goes where it fails, which is told elsewhere. */
export function showSaving(saving: Promise<unknown>, saved: string, unsaved: string, undo: () => void): void {
  let isUndone = false;
  const undoOnce = () => {
    isUndone = true;
    undo();
  };
  const id = showToast(unsaved, undoOnce);
  saving.then(
    () => {
      dismissToast(id);
      if (!isUndone) showToast(saved, undoOnce);
    },
    () => dismissToast(id),
  );
}

/** Takes back what the newest note with an undo tells of. False when there is none. */
export function undoNewest(): boolean {
  const newest = toasts.findLast((toast) => toast.undo);
  if (!newest) return false;
  dismissToast(newest.id);
  newest.undo?.();
  return true;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useToasts = (): readonly Toast[] => useSyncExternalStore(subscribe, () => toasts);
