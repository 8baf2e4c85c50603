/** The deeds of a system on this page: one list each, for as long as the page is open. */
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import { brought, client } from "@/api/client";
import { type Answer, Deeds, type DeedState } from "@/api/deeds";
import { keys } from "@/api/keys";
import type { Operation } from "@/api/operations";
import { Outbox, type WaitingDeed } from "@/api/outbox";
import { isRemark, sendRemark } from "@/api/remarks";
import { type SystemScope, useSystemScope } from "@/api/scope";
import type { Me } from "@/api/types";
import { untilNextTry } from "@/api/waiting";
import { makeId } from "@/lib/ids";

const CHANGES = "/api/v1/workspaces/{workspace}/systems/{system}/changes";
const LOOKS_EVERY = 15_000;
const kept = new WeakMap<QueryClient, Map<string, Deeds>>();

export function deedsOf(queries: QueryClient, path: SystemScope): Deeds {
  const bySystem = kept.get(queries) ?? new Map<string, Deeds>();
  kept.set(queries, bySystem);
  const found = bySystem.get(path.system) ?? new Deeds(queries, path, surroundings(queries, path, outboxOf(queries)));
  bySystem.set(path.system, found);
  return found;
}

/** A line that swallows everything gives no answer; after so long it is tried again, under the same key. */
const LONGEST_REQUEST = 30_000;
const outboxes = new WeakMap<QueryClient, Outbox>();

/** What waits on this page, kept for the person who is signed in. */
function outboxOf(queries: QueryClient): Outbox {
  const person = queries.getQueryData<Me>(keys.me)?.id ?? "";
  const outbox = outboxes.get(queries) ?? new Outbox(person, makeId());
  outboxes.set(queries, outbox);
  return outbox;
}

function surroundings(queries: QueryClient, path: SystemScope, outbox: Outbox) {
  return {
    send: (operations: readonly Operation[], key: string) => {
      // Whoever has signed in since then in another tab must not do it in their name.
      const headers = { "Idempotency-Key": key, "X-Bifocal-Person": outbox.person };
      const options = { headers, signal: AbortSignal.timeout(LONGEST_REQUEST) };
      const remark = operations.find(isRemark);
      if (remark) return sendRemark(queries, path, remark, options);
      return brought<Answer>(client.POST(CHANGES, { ...options, params: { path }, body: { operations } as never }));
    },
    page: outbox.page,
    wait: untilNextTry,
    keep: (deed: WaitingDeed) => outbox.put(deed),
    release: (key: string) => outbox.remove(key),
  };
}

/** Goes on with what earlier pages of this person have left behind, now and as soon as one is found to have crashed. */
export function useResumedDeeds(): void {
  const queries = useQueryClient();
  useEffect(() => {
    const outbox = outboxOf(queries);
    const resume = async () => {
      for (const deed of await outbox.takeOver())
        deedsOf(queries, { workspace: deed.workspace, system: deed.system }).resume(deed);
    };
    const stop = outbox.watch();
    outbox.forgetOthers();
    void resume();
    const timer = setInterval(() => void resume(), LOOKS_EVERY);
    return () => {
      clearInterval(timer);
      stop();
    };
  }, [queries]);
}

export const useDeeds = (): Deeds => deedsOf(useQueryClient(), useSystemScope());

export function useDeedState(): DeedState {
  const deeds = useDeeds();
  return useSyncExternalStore(deeds.subscribe, deeds.snapshot);
}
