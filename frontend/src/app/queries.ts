/** How answers of the server are kept, asked for again, and how failed saves are told. */
import { MutationCache, notifyManager, QueryClient } from "@tanstack/react-query";
import { asProblem } from "@/api/problems";
import { showToast } from "@/components/toasts";
import { textOf } from "@/lib/errors";
import { messages } from "@/lib/messages";

const MOST_RETRIES = 2;

// What somebody adds by key is on the page before the next key arrives, which belongs to its name.
notifyManager.setScheduler(queueMicrotask);

/** Only what may go better next time is tried again: no answer at all, or a fault of the server. */
function isWorthRetrying(failures: number, error: Error): boolean {
  const status = asProblem(error)?.status ?? 0;
  return failures < MOST_RETRIES && (status === 0 || status >= 500);
}

function tellOf(error: Error, isAlwaysTold: boolean): void {
  const problem = asProblem(error);
  // Forms show the problems of their own fields, and conflicts are shown where both values can be seen.
  const isShownElsewhere = problem && (problem.conflicts.length > 0 || Object.keys(problem.errors).length > 0);
  if (!isShownElsewhere || isAlwaysTold) showToast([messages.errors.notSaved, textOf(error)].join(" "));
}

export const queries = new QueryClient({
  mutationCache: new MutationCache({
    onError: (error, _, __, { meta }) => meta?.isShownInPlace || tellOf(error, meta?.isAlwaysTold === true),
  }),
  defaultOptions: {
    // Offline is a failure like others: what was asked for says so, and is asked for again when the line is back.
    queries: {
      staleTime: 10_000,
      retry: isWorthRetrying,
      refetchOnWindowFocus: false,
      networkMode: "always",
      refetchOnReconnect: true,
    },
    mutations: { networkMode: "always" },
  },
});
