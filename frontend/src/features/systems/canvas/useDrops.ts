/** What is dropped on the canvas from the palette becomes a part where it is dropped. */
import { useReactFlow } from "@xyflow/react";
import type { DragEvent, MouseEvent } from "react";
import { dropMissing } from "./missing";
import { CARRIED_PART } from "./MissingParts";
import { CARRIED } from "./Palette";
import { useBench } from "./useBench";

export function useDrops() {
  const bench = useBench();
  const { screenToFlowPosition } = useReactFlow();
  const spotOf = (event: MouseEvent): [number, number] => {
    const { x, y } = screenToFlowPosition({ x: event.clientX, y: event.clientY });
    return [x, y];
  };
  return {
    onDragOver: (event: DragEvent) => {
      if ([CARRIED, CARRIED_PART].some((type) => event.dataTransfer.types.includes(type))) event.preventDefault();
    },
    onDrop: (event: DragEvent) => {
      const carried = event.dataTransfer.getData(CARRIED);
      const part = event.dataTransfer.getData(CARRIED_PART);
      if (part) {
        event.preventDefault();
        dropMissing(bench, part, spotOf(event));
      }
      if (!carried) return;
      event.preventDefault();
      const [kind, label] = JSON.parse(carried) as [string, string];
      bench.add(kind, label, spotOf(event));
    },
    onDoubleClick: (event: MouseEvent) => {
      const isPane = event.target instanceof Element && event.target.classList.contains("react-flow__pane");
      if (isPane && bench.mayEdit) bench.set({ asking: { for: "kind", at: spotOf(event) } });
    },
  };
}
