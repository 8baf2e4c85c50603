/** How this person likes the canvas to be, kept in this browser. */
import { keep as keepInBrowser, kept } from "@/lib/kept";
import type { Switch } from "./benchState";

const KEPT = "bifocal-canvas-";
export const isKept = (name: Switch, otherwise: boolean): boolean => {
  const found = kept(KEPT + name);
  return found === null ? otherwise : found === "yes";
};
export const keep = (name: Switch, isOn: boolean): void => keepInBrowser(KEPT + name, isOn ? "yes" : "no");
