/** What was done to a model, as undo and redo name it. */
import type { Messages } from "@/lib/messages";
import { plural } from "@/lib/text";

const things = (count: number): string => plural(count, "Ding", "Dinge");

const named = ({ count, name }: { count: number; name: string }): string => (count === 1 ? name : things(count));

export const deeds: Messages["deeds"] = {
  added: (name) => `${name || "Ein Teil"} hinzufügen`,
  changed: (name) => `${name || "Ein Teil"} ändern`,
  removed: (name) => `${name || "Ein Teil"} entfernen`,
  removal: (gone, off) =>
    [
      ...(gone.count > 0 ? [`${named(gone)} entfernen`] : []),
      ...(off.count > 0 ? [`${named(off)} von diesem Diagramm nehmen`] : []),
    ].join(", "),
  takenOff: (off) => `${named(off)} von diesem Diagramm nehmen`,
  brought: (count, name) => `${named({ count, name })} auf diesem Diagramm zeigen`,
  moved: (count, name) => `${count === 1 ? name : things(count)} verschieben`,
  renamed: (name) => `${name} umbenennen`,
  resized: (name) => `Größe von ${name} ändern`,
  connected: (source, target) => `${source} mit ${target} verbinden`,
  bent: (name) => `${name} biegen`,
  pasted: (count) => `${things(count)} einfügen`,
  duplicated: (count) => `${things(count)} verdoppeln`,
  grouped: (count) => `${things(count)} gruppieren`,
  aligned: (count) => `${things(count)} ausrichten`,
  distributed: (count) => `${things(count)} verteilen`,
  laidOut: "Diagramm anordnen",
  undo: "Rückgängig",
  redo: "Wiederholen",
  undoOf: (words) => `Rückgängig: ${words}`,
  redoOf: (words) => `Wiederholen: ${words}`,
  nothingToUndo: "Es gibt nichts rückgängig zu machen.",
  nothingToRedo: "Es gibt nichts zu wiederholen.",
  undone: (words) => `Rückgängig gemacht: ${words}`,
  redone: (words) => `Wiederholt: ${words}`,
};
