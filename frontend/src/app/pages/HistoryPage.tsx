/** The history of a system. */
import { useEvents } from "@/api/events";
import { useNames } from "@/api/names";
import { EmptyState } from "@/components/EmptyState";
import { Loaded } from "@/components/Loaded";
import { More } from "@/components/More";
import { useTitle } from "@/components/useTitle";
import { useSystemName } from "@/app/pages/useSystemName";
import { History } from "@/features/activity/History";
import { messages } from "@/lib/messages";

export function HistoryPage() {
  const events = useEvents();
  const names = useNames();
  useTitle(messages.history.title, useSystemName());
  return (
    <Loaded query={events}>
      {({ pages }) => {
        const rows = pages.flatMap((page) => page.results);
        if (rows.length === 0) return <EmptyState picture="rows" text={messages.history.empty} />;
        return (
          <>
            <History events={rows} names={names} />
            <More query={events} label={messages.history.more} />
          </>
        );
      }}
    </Loaded>
  );
}
