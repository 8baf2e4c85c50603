/** Scrolls to what a link leads to, and once more when all is there: what stands above it grows while it loads. */
import { useIsFetching } from "@tanstack/react-query";
import { useEffect, useRef } from "react";

/** `asked` is another for each time that somebody goes there; null while nobody does. */
export function useBroughtIntoView(asked: string | null, block: ScrollLogicalPosition = "center") {
  const place = useRef<HTMLElement>(null);
  const done = useRef<string | null>(null);
  const isLoading = useIsFetching() > 0;
  useEffect(() => {
    if (asked === null) done.current = null;
    if (asked === null || done.current === asked) return;
    // After the panel has gone to its top, as it does when it opens.
    const frame = requestAnimationFrame(() => {
      place.current?.scrollIntoView({ block });
      if (!isLoading) done.current = asked;
    });
    return () => cancelAnimationFrame(frame);
  }, [asked, block, isLoading]);
  return place;
}
