/** How the tabs of the diagrams and the panel that they turn belong together. */
import type { Diagram } from "@/api/types";

/** There is one panel: it shows the diagram whose tab is chosen. */
export const DIAGRAM_PANEL = "diagram-shown";

export const tabOf = ({ id }: Pick<Diagram, "id">): string => `diagram-tab-${id}`;

/** A single diagram needs no tab for those who cannot add another. */
export const hasTabs = (mayEdit: boolean, diagrams: readonly unknown[]): boolean => mayEdit || diagrams.length > 1;
