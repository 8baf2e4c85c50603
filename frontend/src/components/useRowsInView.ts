/** Which rows of a long list can be seen, so that only those are drawn. All rows are of one height. */
import { type RefObject, useEffect, useState } from "react";

const SPARE = 8;

/** From and to, the latter not included. */
export function useRowsInView(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  height: number,
): { from: number; to: number; page: number } {
  const [view, setView] = useState({ first: 0, page: 30 });
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const look = () => {
      // Some rows at a time, so that scrolling does not draw anew at every step.
      const first = Math.floor(element.scrollTop / height / 4) * 4;
      const page = Math.max(1, Math.ceil(element.clientHeight / height));
      setView((before) => (before.first === first && before.page === page ? before : { first, page }));
    };
    const watcher = new ResizeObserver(look);
    watcher.observe(element);
    element.addEventListener("scroll", look, { passive: true });
    return () => {
      watcher.disconnect();
      element.removeEventListener("scroll", look);
    };
  }, [scroller, height]);
  const from = Math.max(0, Math.min(view.first, count) - SPARE);
  return { from, to: Math.min(count, view.first + view.page + 4 + SPARE), page: Math.max(1, view.page - 2) };
}
