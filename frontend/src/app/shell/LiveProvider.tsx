/** Joins the live feed to the answers on the page: an event makes lists old, progress goes to the run. */
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { eventsSince } from "@/api/events";
import { isDeciding } from "@/api/decisions";
import { forget, keys, oldAfter } from "@/api/keys";
import { LiveFeed, type ProgressMessage, type Socket } from "@/api/live";
import { LiveContext } from "@/api/liveness";
import type { Event, Run } from "@/api/types";
import { deedsOf } from "@/api/useDeeds";

const addressOf = (workspace: string): string =>
  `${window.location.protocol === "https:" ? "wss" : "ws"}://${window.location.host}/live/workspaces/${workspace}/`;

function takeProgress(queries: QueryClient, message: ProgressMessage): void {
  const { done, total, element, state } = message;
  queries.setQueryData<Run | null>(keys.system(message.system, "runs"), (run) =>
    run && run.id === message.run && (run.state === "queued" || run.state === "running")
      ? { ...run, state, progress: { done, total, element } }
      : run,
  );
}

async function take(queries: QueryClient, event: Event, workspace: string): Promise<void> {
  // While decisions are on their way the lists are ahead of the server; they are read when the last has arrived.
  if (event.object_type === "finding" && isDeciding(queries)) return;
  const { system } = event;
  const isOwn = system !== null && (await deedsOf(queries, { workspace, system }).isOwn(event.sequence));
  forget(queries, oldAfter(event, workspace, isOwn));
}

export function LiveProvider({ workspace, children }: { workspace: string; children: ReactNode }) {
  const queries = useQueryClient();
  const [isLive, setIsLive] = useState<boolean | null>(null);
  useEffect(() => {
    const feed = new LiveFeed(
      {
        open: () => new WebSocket(addressOf(workspace)) as unknown as Socket,
        since: (system, sequence) => eventsSince(workspace, system, sequence),
        random: Math.random,
      },
      {
        onEvent: (event) => void take(queries, event, workspace),
        onProgress: (message) => takeProgress(queries, message),
        onConnection: setIsLive,
        onLost: () => forget(queries, [["system"], ["workspace", workspace]]),
      },
    );
    feed.start();
    return () => feed.stop();
  }, [workspace, queries]);
  return <LiveContext value={isLive}>{children}</LiveContext>;
}
