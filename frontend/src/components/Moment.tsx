/** A moment, said as people say it; the exact one is in the tooltip. */
import { Tooltip } from "@mantine/core";
import { exactTime, relativeTime } from "@/lib/time";

export function Moment({ at }: { at: string }) {
  return (
    <Tooltip label={exactTime(at)}>
      <time dateTime={at}>{relativeTime(at)}</time>
    </Tooltip>
  );
}
