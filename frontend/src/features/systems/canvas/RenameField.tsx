/** The field in which a part is named where it stands on the canvas. */
import { NameField } from "@/components/NameField";
import { messages } from "@/lib/messages";
import { partOf } from "./naming";
import { useBench } from "./useBench";
import classes from "./canvas.module.css";

export function RenameField({ id, name }: { id: string; name: string }) {
  const bench = useBench();
  const part = partOf(bench.scene.model, id);
  if (!part) return null;
  return (
    <NameField
      named={part}
      label={messages.workbench.nameOf(name)}
      className={`${classes.rename} nodrag nopan`}
      onEnd={(seen, next) => bench.rename(seen, next)}
    />
  );
}
