import { act, renderHook } from "@testing-library/react";
import { expect, it } from "vitest";
import { undoNewest } from "./toasts";
import { useRemoval } from "./useRemoval";

const said = async (work: () => unknown) => act(async () => void (await work()));

it("offers the way back of what was removed", async () => {
  const back: string[] = [];
  const remove = (id: string) =>
    Promise.resolve({ takeBack: () => void back.push(id), takenBack: new Promise<void>(() => {}) });
  const { result } = renderHook(() => useRemoval(remove));
  await said(() => result.current("a", "Refund tool"));
  act(() => void undoNewest());
  expect(back).toEqual(["a"]);
});

it("offers nothing where nothing was removed", async () => {
  const { result } = renderHook(() => useRemoval(() => Promise.reject(new Error("no"))));
  await said(() => result.current("a", "Refund tool"));
  expect(undoNewest()).toBe(false);
});
