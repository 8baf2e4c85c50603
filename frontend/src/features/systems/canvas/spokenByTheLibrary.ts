/** What the drawing library says to screen readers, in our words. */
import type { AriaLabelConfig } from "@xyflow/react";
import { messages } from "@/lib/messages";

const words = messages.workbench;
const { fit, zoomIn, zoomOut } = messages.picture;

export const SPOKEN_BY_THE_LIBRARY: Partial<AriaLabelConfig> = {
  "node.a11yDescription.default": words.howToUse,
  "node.a11yDescription.keyboardDisabled": words.howToUse,
  "node.a11yDescription.ariaLiveMessage": () => "",
  "edge.a11yDescription.default": words.howToUse,
  "controls.ariaLabel": words.tools,
  "controls.zoomIn.ariaLabel": zoomIn,
  "controls.zoomOut.ariaLabel": zoomOut,
  "controls.fitView.ariaLabel": fit,
  "controls.interactive.ariaLabel": words.switches.isLocked,
  "minimap.ariaLabel": words.mapOf,
  "handle.ariaLabel": words.connect,
};
