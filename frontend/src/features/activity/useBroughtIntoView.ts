/** Scrolls to what a link leads to, and once more when all is there: what stands above it grows while it loads. */
import { useIsFetching } from "@tanstack/react-query";
import { useEffect, useRef } from "react";

export function useBroughtIntoView(isAsked: boolean) {
  const place = useRef<HTMLElement>(null);
  const isDone = useRef(false);
  const isLoading = useIsFetching() > 0;
  useEffect(() => {
    if (!isAsked) isDone.current = false;
    if (!isAsked || isDone.current) return;
    // After the panel has gone to its top, as it does when it opens.
    const frame = requestAnimationFrame(() => {
      place.current?.scrollIntoView({ block: "center" });
      isDone.current = !isLoading;
    });
    return () => cancelAnimationFrame(frame);
  }, [isAsked, isLoading]);
  return place;
}
