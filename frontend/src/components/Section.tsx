/** A titled part of a page, with one line about it and what can be done in it. */
import { type ReactNode, useId } from "react";
import { PanelBoundary } from "./PanelBoundary";
import classes from "./Section.module.css";

interface SectionProps {
  title: ReactNode;
  about?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

export function Section({ title, about, actions, children }: SectionProps) {
  const id = useId();
  return (
    <section className={classes.section} aria-labelledby={id}>
      <header className={classes.head}>
        <div>
          <h2 id={id}>{title}</h2>
          {about ? <p>{about}</p> : null}
        </div>
        {actions}
      </header>
      <PanelBoundary>{children}</PanelBoundary>
    </section>
  );
}
