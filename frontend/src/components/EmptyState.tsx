/** What stands where nothing is yet: a picture of what will be here, one sentence, and the first action. */
import type { ReactNode } from "react";
import classes from "./states.module.css";

export type EmptyPicture = "lanes" | "rows" | "canvas" | "page";

const PICTURES: Record<EmptyPicture, ReactNode> = {
  lanes: (
    <>
      <path d="M18 16 26 24 18 32 10 24Z" />
      <path d="M34 20h32M34 28h22" />
      <circle cx="98" cy="24" r="7" />
      <path d="M112 20h32M112 28h22M10 52h60M90 52h60M10 64h44M90 64h52" />
    </>
  ),
  rows: <path d="M12 20h12M34 20h70M124 20h24M12 38h12M34 38h52M124 38h24M12 56h12M34 56h62M124 56h24" />,
  canvas: (
    <>
      <rect x="12" y="26" width="36" height="24" rx="5" />
      <rect x="66" y="12" width="36" height="24" rx="5" />
      <rect x="114" y="44" width="36" height="24" rx="5" />
      <path d="M48 36 66 26M102 28l12 20" />
    </>
  ),
  page: (
    <>
      <path d="M56 8h36l14 14v50H56Z" />
      <path d="M92 8v14h14M66 34h30M66 44h30M66 54h20" />
    </>
  ),
};

interface EmptyStateProps {
  picture: EmptyPicture;
  text: string;
  children?: ReactNode;
}

export function EmptyState({ picture, text, children }: EmptyStateProps) {
  return (
    <div className={classes.state}>
      <svg className={classes.picture} viewBox="0 0 160 80" width="160" height="80" aria-hidden>
        {PICTURES[picture]}
      </svg>
      <p className={classes.text}>{text}</p>
      {children ? <div className={classes.actions}>{children}</div> : null}
    </div>
  );
}
