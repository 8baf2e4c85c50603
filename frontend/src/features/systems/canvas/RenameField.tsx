/** The field in which a part is named where it stands on the canvas. */
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
  const part = partOf(bench.scene.model, id);
  if (!part) return null;
  return (
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
  );
}
