/** The question about a part that an address asks for, so that its panel opens there. */
import { createContext, useContext, useEffect, useRef } from "react";

/** How much of what stands before the question is left in view. */
const ABOVE = 160;

export const AskedContext = createContext<string | undefined>(undefined);

/** Whether this question is asked for, and the place to show. */
export function useAsked(attribute: string) {
  const isAsked = useContext(AskedContext) === attribute;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isAsked) return;
    // A panel that opens goes to its top first.
    const frame = requestAnimationFrame(() => {
      const panel = place.current?.closest("aside");
      if (!place.current || !panel) return;
      // Only the panel is moved; what it is about stays in view.
      panel.scrollTop += place.current.getBoundingClientRect().top - panel.getBoundingClientRect().top - ABOVE;
      place.current.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [isAsked]);
  return { isAsked, place };
}
