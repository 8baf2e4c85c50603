/** What can be done on the desk, for the cards on it. It never changes, so a card is drawn again only when its own state does. */
import { createContext, useContext, useEffect, useMemo, useRef } from "react";
import type { Desk } from "./useDesk";

export type Deeds = Pick<Desk, "accept" | "dismiss" | "setFocus" | "setMode" | "toggleExpanded" | "toggleSelected">;

export const DeskContext = createContext<Deeds | null>(null);

export function useDeeds(): Deeds {
  const deeds = useContext(DeskContext);
  if (!deeds) throw new Error("A suggestion card can only stand on a desk.");
  return deeds;
}

/** The deeds of the newest desk behind one lasting object. */
export function useLastingDeeds(desk: Desk): Deeds {
  const newest = useRef(desk);
  useEffect(() => {
    newest.current = desk;
  });
  return useMemo(
    () => ({
      accept: (ids) => newest.current.accept(ids),
      dismiss: (ids, reason) => newest.current.dismiss(ids, reason),
      setFocus: (id) => newest.current.setFocus(id),
      setMode: (mode) => newest.current.setMode(mode),
      toggleExpanded: (id) => newest.current.toggleExpanded(id),
      toggleSelected: (id) => newest.current.toggleSelected(id),
    }),
    [],
  );
}
