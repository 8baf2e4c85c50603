/** The field in which a part is named where it stands on the canvas. */
import { useStore } from "@xyflow/react";
import type { CSSProperties } from "react";
import { NameField } from "@/components/NameField";
import { messages } from "@/lib/messages";
import { partOf } from "./naming";
import { useBench } from "./useBench";
import classes from "./canvas.module.css";

interface RenameFieldProps {
  id: string;
  name: string;
  placeholder?: string;
}

export function RenameField({ id, name, placeholder }: RenameFieldProps) {
  const bench = useBench();
  const zoom = useStore((state) => state.transform[2]);
  const part = partOf(bench.scene.model, id);
  if (!part) return null;
  return (
    <div className={classes.renaming} style={{ "--near": Math.max(1, 1 / zoom) } as CSSProperties}>
      <NameField
        named={part}
        label={messages.workbench.nameOf(name)}
        placeholder={placeholder}
        className={`${classes.rename} nodrag nopan`}
        onEnd={(seen, next, isByKey) => {
          bench.rename(seen, next);
          // Whoever leaves by the pointer has the focus where they went.
          if (isByKey) bench.focus(id);
        }}
      />
    </div>
  );
}
