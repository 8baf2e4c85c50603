/** What was done to a model, as undo and redo name it. */
import type { Messages } from "@/lib/messages";
import { plural } from "@/lib/text";

const things = (count: number): string => plural(count, "Ding", "Dinge");

export const deeds: Messages["deeds"] = {
  added: (name) => `${name || "Ein Teil"} hinzufügen`,
  changed: (name) => `${name || "Ein Teil"} ändern`,
  removed: (name) => `${name || "Ein Teil"} entfernen`,
  removedMany: (count) => `${things(count)} entfernen`,
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
  placed: (count) => `${things(count)} platzieren`,
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
