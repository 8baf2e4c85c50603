/** A detail at the side of what it is about, whose `key` names that; below 900 px it takes the whole width. */
import { CloseButton } from "@mantine/core";
import { type ReactNode, useEffect, useRef } from "react";
import { messages } from "@/lib/messages";
import { PanelBoundary } from "./PanelBoundary";
import { useShortcuts } from "./useShortcuts";
import classes from "./SidePanel.module.css";

interface SidePanelProps {
  title: ReactNode;
  label: string;
  /** Beside the title, but no part of it. */
  marks?: ReactNode;
  onClose: () => void;
  children: ReactNode;
}

export function SidePanel({ title, label, marks, onClose, children }: SidePanelProps) {
  const body = useRef<HTMLElement>(null);
  useShortcuts({ escape: onClose });
  useEffect(() => {
    body.current?.scrollTo(0, 0);
  }, []);
  return (
    <aside className={classes.panel} aria-label={label} ref={body}>
      <header className={classes.head}>
        <h2 className={classes.title}>{title}</h2>
        {marks}
        <CloseButton aria-label={messages.common.close} onClick={onClose} />
      </header>
      <PanelBoundary>{children}</PanelBoundary>
    </aside>
  );
}

interface WithSideProps {
  children: ReactNode;
  side: ReactNode;
  /** Takes the height that the page has left, and no more: page and detail scroll each by themselves. */
  isFilling?: boolean;
}

/** A page whose right side may hold a detail. */
export function WithSide({ children, side, isFilling = false }: WithSideProps) {
  return (
    <div className={classes.frame} data-fills={isFilling || undefined}>
      <div className={classes.main}>{children}</div>
      {side}
    </div>
  );
}
