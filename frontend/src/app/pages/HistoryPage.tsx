/** The history of a system: its versions, what differs from one of them, and all that happened. */
import { useSearch } from "@tanstack/react-router";
import { useEvents } from "@/api/events";
import { useNames } from "@/api/names";
import { EmptyState } from "@/components/EmptyState";
import { Loaded } from "@/components/Loaded";
import { More } from "@/components/More";
import { useTitle } from "@/components/useTitle";
import { useSystemName } from "@/app/pages/useSystemName";
import { History } from "@/features/activity/History";
import { ModelComparison } from "@/features/activity/ModelComparison";
import { Versions } from "@/features/activity/Versions";
import { messages } from "@/lib/messages";

export function HistoryPage() {
  const { version, later } = useSearch({ from: "/w/$workspace/systems/$system/history" });
  return version ? <ModelComparison version={version} later={later} /> : <WholeHistory />;
}

function WholeHistory() {
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
            <Versions />
            <History events={rows} names={names} />
            <More query={events} label={messages.history.more} />
          </>
        );
      }}
    </Loaded>
  );
}
