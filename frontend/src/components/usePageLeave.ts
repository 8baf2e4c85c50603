/** Something that still has to be done when the page is closed or loaded anew, or when what it is for goes away. */
import { useEffect, useRef } from "react";

export function usePageLeave(leave: (isPage: boolean) => void): void {
  const current = useRef(leave);
  useEffect(() => {
    current.current = leave;
  });
  const isThere = useRef(false);
  useEffect(() => {
    isThere.current = true;
    const now = () => current.current(true);
    window.addEventListener("pagehide", now);
    return () => {
      isThere.current = false;
      window.removeEventListener("pagehide", now);
      // While developing, React takes everything away once to see whether it comes back.
      queueMicrotask(() => {
        if (!isThere.current) current.current(false);
      });
    };
  }, []);
}
