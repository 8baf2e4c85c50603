import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { showToast, undoNewest } from "./toasts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
});

it("undoes the newest that can be undone, and each only once", () => {
  const undone: string[] = [];
  showToast("Accepted T-1.", () => undone.push("T-1"));
  showToast("Accepted T-2.", () => undone.push("T-2"));
  showToast("Saved.");
  undoNewest();
  undoNewest();
  undoNewest();
  expect(undone).toEqual(["T-2", "T-1"]);
});

it("undoes nothing after the note has gone", () => {
  const undo = vi.fn();
  showToast("Accepted T-1.", undo);
  vi.advanceTimersByTime(60_000);
  expect(undoNewest()).toBe(false);
  expect(undo).not.toHaveBeenCalled();
});
