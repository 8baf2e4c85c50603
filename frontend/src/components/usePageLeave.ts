/** Something that still has to be done when the page is closed or loaded anew, or when what it is for goes away. */
import { useEffect, useRef } from "react";

export function usePageLeave(leave: () => void): void {
  const current = useRef(leave);
  useEffect(() => {
    current.current = leave;
  });
  useEffect(() => {
    const now = () => current.current();
    window.addEventListener("pagehide", now);
    return () => {
      window.removeEventListener("pagehide", now);
      now();
    };
  }, []);
}
