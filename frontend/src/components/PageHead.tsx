/** The head of a page: its name, one line about it, and what can be done here. */
import type { ReactNode } from "react";
import classes from "./PageHead.module.css";

interface PageHeadProps {
  title: ReactNode;
  about?: ReactNode;
  actions?: ReactNode;
}

export function PageHead({ title, about, actions }: PageHeadProps) {
  return (
    <header className={classes.head}>
      <div className={classes.words}>
        <h1>{title}</h1>
        {about ? <p>{about}</p> : null}
      </div>
      {actions ? <div className={classes.actions}>{actions}</div> : null}
    </header>
  );
}
