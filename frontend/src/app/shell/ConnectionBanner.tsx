/** A thin line while decisions and deeds are not saved or live news do not come in. Short breaks are not worth telling. */
import { useEffect, useState } from "react";
import { useUnsavedCount } from "@/api/decisions";
import { useAreKept, useWaitingDeeds } from "@/api/waiting";
import { useLiveness } from "@/api/liveness";
import { useLeaveWarning } from "@/components/useLeaveWarning";
import { messages } from "@/lib/messages";
import classes from "./Shell.module.css";

const words = messages.connection;
const AWAY_FOR = 3_000;
const UNSAVED_FOR = 1_500;

export function ConnectionBanner() {
  const decisions = useUnsavedCount();
  const changes = useWaitingDeeds();
  const unsaved = decisions + changes;
  // Changes are kept in this browser, as long as it has room; decisions are not.
  const areKept = useAreKept();
  useLeaveWarning(decisions > 0 || !areKept);
  const isUnsaved = useLasting(unsaved > 0, UNSAVED_FOR);
  const isAway = useLasting(useLiveness() === false, AWAY_FOR);
  if (!isUnsaved && !isAway) return null;
  return (
    <div className={classes.banner} role="status">
      {isUnsaved ? words.unsaved({ decisions, changes, isAway, areKept }) : words.lost}
    </div>
  );
}

/** Whether it has been so for that many milliseconds. */
function useLasting(isSo: boolean, milliseconds: number): boolean {
  const [isLasting, setIsLasting] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLasting(isSo), isSo ? milliseconds : 0);
    return () => clearTimeout(timer);
  }, [isSo, milliseconds]);
  return isSo && isLasting;
}
