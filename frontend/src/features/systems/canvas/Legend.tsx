/** What the marks of exposure mean, and how much there is of it. */
import { Panel } from "@xyflow/react";
import { messages } from "@/lib/messages";
import type { Exposure } from "./exposure";
import classes from "./canvas.module.css";

const words = messages.workbench;

export function Legend({ exposure }: { exposure: Exposure | undefined }) {
  if (!exposure) return null;
  return (
    <Panel position="bottom-left" className={classes.legend} role="group" aria-label={words.legend}>
      <span>
        <svg width="34" height="14" aria-hidden>
          <path className={classes.legendLine} d="M1 7H33" />
          <path className={classes.crossing} d="M14 1V13M20 1V13" />
        </svg>
        {words.crossing(exposure.crossing.size)}
      </span>
      <span>
        <svg width="34" height="14" aria-hidden>
          <path className={classes.legendCarrying} d="M1 7H33" />
        </svg>
        {words.carrying(exposure.carrying.size)}
      </span>
      <span>
        <span className={classes.legendReached} />
        {words.reached(exposure.reached.size)}
      </span>
    </Panel>
  );
}
