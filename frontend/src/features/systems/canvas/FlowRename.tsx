/** The field in which a flow is named, at the middle of its line. */
import { ViewportPortal } from "@xyflow/react";
import { messages } from "@/lib/messages";
import { middlesOf } from "./bending";
import { nameOf } from "./naming";
import { RenameField } from "./RenameField";
import type { Scene } from "./scene";
import { useBenchState } from "./useBench";
import classes from "./canvas.module.css";

export function FlowRename({ scene }: { scene: Scene }) {
  const renaming = useBenchState((state) => state.renaming);
  const drawn = renaming ? scene.flows.find(({ flow }) => flow.id === renaming) : undefined;
  if (!drawn) return null;
  const { id } = drawn.flow;
  const middles = middlesOf(drawn);
  const [x, y] = middles[Math.floor((middles.length - 1) / 2)] ?? [0, 0];
  return (
    <ViewportPortal>
      <div className={classes.naming} style={{ transform: `translate(${x}px, ${y}px)` }}>
        <RenameField key={id} id={id} name={nameOf(scene.model, id)} placeholder={messages.workbench.whatFlows} />
      </div>
    </ViewportPortal>
  );
}
