/** Short notes at the foot of the page, some with a way back. */
import { useSyncExternalStore } from "react";

export interface Toast {
  id: number;
  text: string;
  undo?: (() => void) | undefined;
}

const SHOWN_FOR = 7_000;
const MOST = 3;
let toasts: readonly Toast[] = [];
let counter = 0;
const listeners = new Set<() => void>();

function set(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

export const dismissToast = (id: number): void => set(toasts.filter((toast) => toast.id !== id));

/** A note stands where its deed was done among the others, also where what it says is known only later. */
function put(toast: Toast): void {
  const others = toasts.filter(({ id }) => id !== toast.id);
  set([...others, toast].sort((one, other) => one.id - other.id).slice(-MOST));
  setTimeout(() => set(toasts.filter((shown) => shown !== toast)), SHOWN_FOR);
}

/** Shows a note; the newest one with an undo is what the key U takes back. It goes once it was undone in another way. */
export function showToast(text: string, undo?: () => void, undone?: Promise<void>): number {
  counter += 1;
  const id = counter;
  put({ id, text, undo });
  void undone?.then(() => dismissToast(id));
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
      if (!isUndone) put({ id, text: saved, undo: undoOnce });
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
