/** The deeds of a system on this page: one list each, for as long as the page is open. */
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { brought, client } from "@/api/client";
import { type Answer, Deeds, type DeedState } from "@/api/deeds";
import { type SystemScope, useSystemScope } from "@/api/scope";

const CHANGES = "/api/v1/workspaces/{workspace}/systems/{system}/changes";
const kept = new WeakMap<QueryClient, Map<string, Deeds>>();

export function deedsOf(queries: QueryClient, path: SystemScope): Deeds {
  const bySystem = kept.get(queries) ?? new Map<string, Deeds>();
  kept.set(queries, bySystem);
  const found = bySystem.get(path.system) ?? new Deeds(queries, path.system, surroundings(path));
  bySystem.set(path.system, found);
  return found;
}

function surroundings(path: SystemScope) {
  return {
    send: (operations: readonly unknown[], key: string) =>
      brought<Answer>(
        client.POST(CHANGES, {
          params: { path },
          headers: { "Idempotency-Key": key },
          body: { operations } as never,
        }),
      ),
    wait: (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds)),
  };
}

export const useDeeds = (): Deeds => deedsOf(useQueryClient(), useSystemScope());

export function useDeedState(): DeedState {
  const deeds = useDeeds();
  return useSyncExternalStore(deeds.subscribe, deeds.snapshot);
}
