/** Several drawings of one system. */
import { plural } from "@/lib/text";

export const diagrams = {
  label: "Diagrams of this system",
  one: "Diagram",
  tabHint: "Double-click or F2 to rename, Alt with arrows to move, Delete to remove",
  titleOf: (title: string) => `Title of ${title}`,
  newTitle: "Diagram",
  copyOf: (title: string) => (title ? `Copy of ${title}` : "Diagram"),
  actions: (title: string) => `What to do with ${title}`,
  about: "About this diagram",
  title: "Title",
  purpose: "What this diagram is for",
  holds: (elements: number, boundaries: number) =>
    `${plural(elements, "element", "elements")} and ${plural(boundaries, "boundary", "boundaries")} stand on it.`,
  moveBack: "Move one back",
  moveOn: "Move one on",
  remove: "Remove the diagram",
  lastStays: "The last diagram stays",
  add: "Add a diagram",
  addBlank: "A blank one",
  addCopy: "A copy of this one",
  addSelection: "Of what is selected: see the tools at the selection",
  standsOn: "Stands on",
  standsNowhere: "Stands on no diagram",
  added: (title: string) => `Add the diagram ${title}`,
  renamed: (title: string) => `Rename the diagram to ${title}`,
  moved: (title: string) => `Move the diagram ${title}`,
  removed: (title: string) => `Remove the diagram ${title}`,
  isRemoved: (title: string) => `The diagram ${title} is removed. What stood on it is still in the model.`,
};
