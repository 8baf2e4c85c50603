import { renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { showSaving, showToast, undoNewest, useToasts } from "./toasts";

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

const textsNow = () => renderHook(useToasts).result.current.map((toast) => toast.text);

it("goes once what it tells of was undone in another way", async () => {
  const undone = Promise.resolve();
  showToast("Removed T-1.", vi.fn(), undone);
  showToast("Removed T-2.", vi.fn(), new Promise(() => {}));
  await undone;
  expect(textsNow()).toEqual(["Removed T-2."]);
});

it("says that something is saved when it is, unless it was taken back meanwhile", async () => {
  const saved: (() => void)[] = [];
  const saving = ["T-1", "T-2"].map((code) => {
    const promise = new Promise<void>((resolve) => saved.push(resolve));
    showSaving(promise, `Accepted ${code}.`, `Accepting ${code}`, vi.fn());
    return promise;
  });
  expect(textsNow()).toEqual(["Accepting T-1", "Accepting T-2"]);
  undoNewest();
  for (const save of saved) save();
  await Promise.all(saving);
  expect(textsNow()).toEqual(["Accepted T-1."]);
});

it("undoes what was done last, also where something earlier is saved after that", async () => {
  const undone: string[] = [];
  const saved: (() => void)[] = [];
  const saving = ["T-1", "T-2"].map((code) => {
    const promise = new Promise<void>((resolve) => saved.push(resolve));
    showSaving(promise, `Accepted ${code}.`, `Accepting ${code}`, () => undone.push(code));
    return promise;
  });
  saved[0]?.();
  await saving[0];
  expect(textsNow()).toEqual(["Accepted T-1.", "Accepting T-2"]);
  undoNewest();
  expect(undone).toEqual(["T-2"]);
});

it("says nothing of something that was not saved: whoever caught the error tells of it", async () => {
  const refused = Promise.reject(new Error("No."));
  showSaving(refused, "Accepted T-1.", "Accepting T-1", vi.fn());
  await refused.catch(() => undefined);
  expect(textsNow()).toEqual([]);
});
