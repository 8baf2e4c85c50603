/** Keeps the focus of the page on one part of a table or tree, as long as it is in there at all. */
import { type FocusEvent, type RefObject, useEffect, useRef } from "react";

interface KeptFocus {
  /** For a click, which does not give the focus to everything. */
  want: () => void;
  onFocus: () => void;
  onBlur: (event: FocusEvent) => void;
}

/** `selector` finds the part; `begun` grows when somebody asks for it from elsewhere. */
export function useKeptFocus(
  scroller: RefObject<HTMLElement | null>,
  selector: string,
  isWriting: boolean,
  begun: number,
): KeptFocus {
  const isInside = useRef(false);
  const last = useRef("");
  useEffect(() => {
    if (begun > 0) isInside.current = true;
  }, [begun]);
  useEffect(() => {
    const onPointerDown = ({ target }: Event) => {
      const isOurs =
        target instanceof Element && (scroller.current?.contains(target) || target.closest("[role=listbox]"));
      if (!isOurs) isInside.current = false;
    };
    document.addEventListener("pointerdown", onPointerDown, { capture: true });
    return () => document.removeEventListener("pointerdown", onPointerDown, { capture: true });
  }, [scroller]);
  useEffect(() => {
    if (!isInside.current || isWriting) return;
    const part = scroller.current?.querySelector<HTMLElement>(selector);
    if (!part) return;
    if (document.activeElement !== part) part.focus({ preventScroll: true });
    if (selector !== last.current) part.scrollIntoView({ block: "nearest", inline: "nearest" });
    last.current = selector;
  });
  return {
    want: () => {
      isInside.current = true;
    },
    onFocus: () => {
      isInside.current = true;
    },
    onBlur: (event) => {
      // A part that has gone loses the focus to nothing, and another gets it.
      const next = event.relatedTarget;
      if (next instanceof Node) isInside.current = event.currentTarget.contains(next);
    },
  };
}
