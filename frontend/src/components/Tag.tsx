/** A small word in a thin box; dotted when what it says is not certain, hatched when it is only planned. */
import type { ReactNode } from "react";
import classes from "./Tag.module.css";

export function Tag({
  children,
  look = "plain",
}: {
  children: ReactNode;
  look?: "plain" | "unknown" | "strong" | "faded";
}) {
  return (
    <span className={classes.tag} data-look={look}>
      {children}
    </span>
  );
}
