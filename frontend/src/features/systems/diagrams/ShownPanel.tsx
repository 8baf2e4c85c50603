/** The panel of the tabs: the diagram that is shown. */
import type { ReactNode } from "react";
import { useMay } from "@/api/scope";
import type { Diagram } from "@/api/types";
import classes from "./diagrams.module.css";
import { DIAGRAM_PANEL, hasTabs, tabOf } from "./tabs";

interface ShownPanelProps {
  diagrams: readonly Diagram[];
  current: Diagram | undefined;
  children: ReactNode;
}

export function ShownPanel({ diagrams, current, children }: ShownPanelProps) {
  const isPanel = hasTabs(useMay("edit_system"), diagrams) && current;
  const panel = isPanel ? { role: "tabpanel", id: DIAGRAM_PANEL, "aria-labelledby": tabOf(current) } : {};
  return (
    <div className={classes.panel} {...panel}>
      {children}
    </div>
  );
}
