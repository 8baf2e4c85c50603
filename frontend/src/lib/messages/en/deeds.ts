/** What was done to a model, as undo and redo name it. */
import { plural } from "@/lib/text";

const things = (count: number): string => plural(count, "thing", "things");

interface Some {
  count: number;
  name: string;
}

const named = ({ count, name }: Some): string => (count === 1 ? name : things(count));

export const deeds = {
  added: (name: string) => `Add ${name || "a part"}`,
  changed: (name: string) => `Change ${name || "a part"}`,
  removed: (name: string) => `Remove ${name || "a part"}`,
  /** What left the model, and what only left the diagram. */
  removal: (gone: Some, off: Some) =>
    [
      ...(gone.count > 0 ? [`Remove ${named(gone)}`] : []),
      ...(off.count > 0 ? [`${gone.count > 0 ? "take" : "Take"} ${named(off)} off this diagram`] : []),
    ].join(", "),
  takenOff: (off: Some) => `Take ${named(off)} off this diagram`,
  brought: (count: number, name: string) => `Show ${named({ count, name })} on this diagram`,
  moved: (count: number, name: string) => `Move ${count === 1 ? name : things(count)}`,
  renamed: (name: string) => `Rename ${name}`,
  resized: (name: string) => `Resize ${name}`,
  connected: (source: string, target: string) => `Connect ${source} to ${target}`,
  bent: (name: string) => `Bend ${name}`,
  pasted: (count: number) => `Paste ${things(count)}`,
  duplicated: (count: number) => `Duplicate ${things(count)}`,
  grouped: (count: number) => `Group ${things(count)}`,
  aligned: (count: number) => `Align ${things(count)}`,
  distributed: (count: number) => `Distribute ${things(count)}`,
  laidOut: "Lay out the diagram",
  undo: "Undo",
  redo: "Redo",
  undoOf: (words: string) => `Undo: ${words}`,
  redoOf: (words: string) => `Redo: ${words}`,
  nothingToUndo: "There is nothing to undo.",
  nothingToRedo: "There is nothing to do again.",
  undone: (words: string) => `Undone: ${words}`,
  redone: (words: string) => `Done again: ${words}`,
};
