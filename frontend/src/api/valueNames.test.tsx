import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, it } from "vitest";
import { keys } from "@/api/keys";
import { useValueNames } from "@/api/valueNames";
import type { Operation } from "@/api/operations";

const [SHOP, MINE] = ["00000000-0000-0000-0000-00000000000a", "00000000-0000-0000-0000-00000000000b"];

it("names parts also where they come later, or were to be made by what was refused", async () => {
  const queries = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queries}>{children}</QueryClientProvider>
  );
  const operations: Operation[] = [{ op: "create", type: "boundary", id: MINE, values: { name: "Mine" } }];
  const { result } = renderHook(() => useValueNames("s", operations)([SHOP, MINE, "a text", null]), { wrapper });
  expect(result.current).toEqual(["another part", "Mine", "a text", null]);
  await act(async () => void queries.setQueryData(keys.system("s", "boundaries"), [{ id: SHOP, name: "Shop" }]));
  expect(result.current).toEqual(["Shop", "Mine", "a text", null]);
});
