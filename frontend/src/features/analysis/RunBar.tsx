/** Asking for suggestions: the button, how far the run is, what the last one brought. */
import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { forget, keys } from "@/api/keys";
import { useLiveness } from "@/api/liveness";
import { isUnfinished, useCancelRun, useLatestRun, useStartRun } from "@/api/runs";
import { useMay, useSystemScope } from "@/api/scope";
import type { Run } from "@/api/types";
import { ErrorPanel } from "@/components/ErrorPanel";
import { Keys } from "@/components/Keys";
import { Moment } from "@/components/Moment";
import { ProgressLine } from "@/components/ProgressLine";
import { useShortcuts } from "@/components/useShortcuts";
import { messages } from "@/lib/messages";
import classes from "./analysis.module.css";

const words = messages.suggestions;
const MOMENT = 1_500;

/** `isQuiet`: somebody else tells of a run that is on its way, unless it takes long. */
export function RunBar({ isQuiet }: { isQuiet: boolean }) {
  const run = useLatestRun(useLiveness() === true).data;
  const cancel = useCancelRun();
  const isRunning = isUnfinished(run ?? undefined);
  const isLong = useIsLong(isRunning);
  if (run && isRunning && (isLong || !isQuiet)) {
    const { done = 0, total = 0, element = "" } = run.progress ?? {};
    return (
      <ProgressLine
        title={run.state === "queued" ? words.queued : words.running}
        detail={element ? words.lookingAt(element) : ""}
        done={done}
        total={total}
        onCancel={() => cancel.mutate(run.id)}
      />
    );
  }
  return (
    <div className={classes.bar}>
      <Outcome run={run} />
      <SuggestButton label={run ? words.suggestAgain : words.suggest} />
    </div>
  );
}

export function SuggestButton({ label = words.suggest }: { label?: string }) {
  const start = useStartRun();
  const mayRun = useMay("run");
  useShortcuts({ s: () => start.mutate() }, mayRun);
  if (!mayRun) return null;
  return (
    <Button
      variant="filled"
      loading={start.isPending}
      onClick={() => start.mutate()}
      rightSection={<Keys shortcut="s" />}
    >
      {label}
    </Button>
  );
}

/** Whether something has gone on for more than a moment. */
function useIsLong(isRunning: boolean): boolean {
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    if (!isRunning) return;
    const timer = setTimeout(() => setIsLong(true), MOMENT);
    return () => {
      clearTimeout(timer);
      setIsLong(false);
    };
  }, [isRunning]);
  return isLong;
}

function Outcome({ run }: { run: Run | null | undefined }) {
  if (!run) return <span />;
  if (run.state === "failed")
    return <ErrorPanel error={new Error([run.error, words.failedAbout].join(" "))} title={words.failed} />;
  if (run.state === "cancelled") return <span className={classes.outcome}>{words.cancelled}</span>;
  const { new: added = 0, refreshed = 0, outdated = 0 } = run.counts ?? {};
  return (
    <span className={classes.outcome}>
      {words.lastRun} <Moment at={run.finished_at ?? run.created_at} />: {words.finished(added, refreshed, outdated)}.
    </span>
  );
}

/** Reads the findings again when a run has ended and no live news tell of it, even if it was never seen under way. */
export function useNewFindingsAfter(run: Run | null | undefined): void {
  const queries = useQueryClient();
  const { system } = useSystemScope();
  const isLive = useLiveness() === true;
  const ended = run === undefined ? undefined : (run?.finished_at ?? null);
  const before = useRef(ended);
  useEffect(() => {
    const isNew = before.current !== undefined && ended !== before.current;
    if (isNew && ended && !isLive) forget(queries, [keys.system(system, "findings")]);
    before.current = ended;
  }, [ended, isLive, queries, system]);
}
