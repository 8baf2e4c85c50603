/** Joins the live feed to the answers on the page: an event makes lists old, progress goes to the run. */
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useLocation } from "@tanstack/react-router";
import { type ReactNode, useEffect, useState } from "react";
import { eventsSince } from "@/api/events";
import { isDeciding } from "@/api/decisions";
import { forget, keys, oldAfter } from "@/api/keys";
import { LiveFeed, type ProgressMessage, type Socket } from "@/api/live";
import { LiveContext } from "@/api/liveness";
import { Presence, PresenceContext } from "@/api/presence";
import type { Event, Run } from "@/api/types";
import { deedsOf } from "@/api/useDeeds";
import { tryNow } from "@/api/waiting";
import { whereIs } from "@/app/shell/places";

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

interface LiveProviderProps {
  workspace: string;
  /** The id of the person who is signed in. */
  me: string;
  children: ReactNode;
}

export function LiveProvider({ workspace, me, children }: LiveProviderProps) {
  const queries = useQueryClient();
  const [isLive, setIsLive] = useState<boolean | null>(null);
  const [{ feed, presence }] = useState(() => lineOf(queries, workspace, me, setIsLive));
  useEffect(() => {
    feed.start();
    presence.start();
    const comeBack = () => {
      feed.comeBack();
      tryNow();
    };
    const goAway = () => feed.lineIsGone();
    window.addEventListener("online", comeBack);
    window.addEventListener("offline", goAway);
    return () => {
      window.removeEventListener("online", comeBack);
      window.removeEventListener("offline", goAway);
      presence.stop();
      feed.stop();
    };
  }, [feed, presence]);
  useSayWhere(presence);
  return (
    <LiveContext value={isLive}>
      <PresenceContext value={presence}>{children}</PresenceContext>
    </LiveContext>
  );
}

function lineOf(queries: QueryClient, workspace: string, me: string, onConnection: (isLive: boolean) => void) {
  const presence = new Presence(me, (message) => feed.say(message));
  const feed: LiveFeed = new LiveFeed(
    {
      open: () => new WebSocket(addressOf(workspace)) as unknown as Socket,
      since: (system, sequence) => eventsSince(workspace, system, sequence),
      random: Math.random,
    },
    {
      onEvent: (event) => void take(queries, event, workspace),
      onProgress: (message) => takeProgress(queries, message),
      onPeople: (people) => presence.joined(people),
      onPresence: (message) => presence.take(message),
      onConnection: (isLive) => {
        onConnection(isLive);
        if (isLive) tryNow();
      },
      onLost: () => forget(queries, [["system"], ["workspace", workspace]]),
    },
  );
  return { feed, presence };
}

/** Tells the others on which page this person is. */
function useSayWhere(presence: Presence): void {
  const { system, place } = whereIs(useLocation({ select: ({ pathname }) => pathname }));
  useEffect(() => presence.at(system, place), [presence, system, place]);
}
