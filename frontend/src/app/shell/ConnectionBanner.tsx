/** A thin line while live news do not come in. Short breaks are not worth telling. */
import { useEffect, useState } from "react";
import { useLiveness } from "@/api/liveness";
import { messages } from "@/lib/messages";
import classes from "./Shell.module.css";

const WORTH_TELLING = 3_000;

export function ConnectionBanner() {
  const isAway = useLiveness() === false;
  const [isTold, setIsTold] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsTold(isAway), isAway ? WORTH_TELLING : 0);
    return () => clearTimeout(timer);
  }, [isAway]);
  if (!isTold) return null;
  return (
    <div className={classes.banner} role="status">
      {messages.connection.lost}
    </div>
  );
}
