/** Several drawings of one system. */
import type { Messages } from "@/lib/messages";
import { plural } from "@/lib/text";

export const diagrams: Messages["diagrams"] = {
  label: "Diagramme dieses Systems",
  one: "Diagramm",
  tabHint: "Doppelklick oder F2 benennt um, Alt mit Pfeilen verschiebt, Entf entfernt",
  titleOf: (title) => `Titel von ${title}`,
  newTitle: "Diagramm",
  copyOf: (title) => (title ? `Kopie von ${title}` : "Diagramm"),
  actions: (title) => `Was sich mit ${title} tun lässt`,
  about: "Über dieses Diagramm",
  title: "Titel",
  purpose: "Wozu dieses Diagramm dient",
  holds: (elements, boundaries) =>
    `Darauf: ${plural(elements, "Element", "Elemente")} und ${plural(boundaries, "Grenze", "Grenzen")}.`,
  moveBack: "Eins nach vorn",
  moveOn: "Eins nach hinten",
  remove: "Diagramm entfernen",
  lastStays: "Das letzte Diagramm bleibt",
  add: "Diagramm hinzufügen",
  addBlank: "Ein leeres",
  addCopy: "Eine Kopie von diesem",
  addSelection: "Aus der Auswahl: bei den Werkzeugen der Auswahl",
  standsOn: "Steht auf",
  standsNowhere: "Steht auf keinem Diagramm",
  added: (title) => `Diagramm ${title} hinzufügen`,
  renamed: (title) => `Diagramm umbenennen in ${title}`,
  moved: (title) => `Diagramm ${title} verschieben`,
  removed: (title) => `Diagramm ${title} entfernen`,
  isRemoved: (title) => `Das Diagramm ${title} ist entfernt. Was darauf stand, ist noch im Modell.`,
};
