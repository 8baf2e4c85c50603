/** A part of the page on which a file can be dropped. */
import { type DragEvent, type ReactNode, useRef, useState } from "react";
import classes from "./DropZone.module.css";

interface DropZoneProps {
  hint: string;
  isActive?: boolean;
  /** A place on the page that shows where it is, instead of the whole page. */
  isSmall?: boolean;
  onFile: (file: File) => void;
  children: ReactNode;
}

const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes("Files");

export function DropZone({ hint, isActive = true, isSmall = false, onFile, children }: DropZoneProps) {
  // Entering a child leaves its parent, so depth tells whether the file is still over the zone.
  const depth = useRef(0);
  const [isOver, setIsOver] = useState(false);
  const move = (step: number) => {
    depth.current = Math.max(0, depth.current + step);
    setIsOver(depth.current > 0);
  };
  const drop = (event: DragEvent) => {
    if (!isActive || !hasFiles(event)) return;
    event.preventDefault();
    move(-depth.current);
    const file = event.dataTransfer.files[0];
    if (file) onFile(file);
  };
  return (
    <div
      className={classes.zone}
      data-over={isActive && isOver ? true : undefined}
      data-small={isSmall || undefined}
      data-hint={hint}
      onDragEnter={(event) => hasFiles(event) && move(1)}
      onDragLeave={(event) => hasFiles(event) && move(-1)}
      onDragOver={(event) => isActive && hasFiles(event) && event.preventDefault()}
      onDrop={drop}
    >
      {children}
    </div>
  );
}
