/** A quiet line while something is fetched; it shows only when that takes longer than a moment. */
import { Loader } from "@mantine/core";
import { messages } from "@/lib/messages";
import classes from "./states.module.css";

export function Loading({ what = messages.common.loading }: { what?: string }) {
  return (
    <div className={classes.line} role="status">
      <Loader size={14} color="gray" />
      <span>{what}</span>
    </div>
  );
}
