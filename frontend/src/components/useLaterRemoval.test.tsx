import { act, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { useHidden } from "./hidden";
import { undoNewest } from "./toasts";
import { useLaterRemoval } from "./useLaterRemoval";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  act(() => void vi.runAllTimers());
  vi.useRealTimers();
});

function removed(id: string) {
  const gone: string[] = [];
  const { result } = renderHook(() => ({ removal: useLaterRemoval((one) => gone.push(one)), hidden: useHidden() }));
  act(() => result.current.removal.remove(id, "Refund tool"));
  return { gone, isHidden: () => result.current.hidden.has(id) };
}

it("hides at once and removes only when nobody has taken it back", () => {
  const { gone, isHidden } = removed("a");
  expect(isHidden()).toBe(true);
  expect(gone).toEqual([]);
  act(() => void vi.advanceTimersByTime(60_000));
  expect(gone).toEqual(["a"]);
});

it("removes nothing after an undo", () => {
  const { gone, isHidden } = removed("b");
  act(() => void undoNewest());
  act(() => void vi.advanceTimersByTime(60_000));
  expect(isHidden()).toBe(false);
  expect(gone).toEqual([]);
});

it("removes when the page is left", () => {
  const { gone } = removed("c");
  act(() => void window.dispatchEvent(new Event("pagehide")));
  expect(gone).toEqual(["c"]);
});
