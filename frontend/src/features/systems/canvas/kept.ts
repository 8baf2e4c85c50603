/** How this person likes the canvas to be, kept in this browser. */
import type { Switch } from "./benchState";

const KEPT = "bifocal-canvas-";
export const isKept = (name: Switch, otherwise: boolean): boolean => {
  const kept = localStorage.getItem(KEPT + name);
  return kept === null ? otherwise : kept === "yes";
};
export const keep = (name: Switch, isOn: boolean): void => localStorage.setItem(KEPT + name, isOn ? "yes" : "no");
