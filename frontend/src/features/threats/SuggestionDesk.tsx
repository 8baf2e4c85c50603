/** The desk with the two lanes on it, its keys, and the bar for many at once. */
import { Button, useDirection } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import { useMay, useSystemScope } from "@/api/scope";
import type { Finding } from "@/api/types";
import { useShortcuts } from "@/components/useShortcuts";
import { messages } from "@/lib/messages";
import { DeskContext, useLastingDeeds } from "./DeskContext";
import { DismissForm } from "./DismissForm";
import { Lanes } from "./Lanes";
import { laneRows } from "./lanes";
import { type Desk, useDesk } from "./useDesk";
import classes from "./lanes.module.css";

const words = messages.suggestions;

interface SuggestionDeskProps {
  findings: readonly Finding[];
  /** The one that the address names. */
  shown: string | undefined;
}

export function SuggestionDesk({ findings, shown }: SuggestionDeskProps) {
  const rows = useMemo(() => laneRows(findings), [findings]);
  const desk = useDesk(rows, shown);
  const showPath = useShowPath();
  const mayDecide = useMay("decide");
  // The lanes stand in the order of reading, so the arrows go where the other lane is.
  const isMirrored = useDirection().dir === "rtl";
  useShortcuts({
    j: () => desk.step(1),
    k: () => desk.step(-1),
    [isMirrored ? "arrowleft" : "arrowright"]: () => desk.cross("unintended"),
    [isMirrored ? "arrowright" : "arrowleft"]: () => desk.cross("adversarial"),
    c: desk.jump,
    p: () => desk.focus && showPath(desk.focus),
    enter: () => desk.focus && desk.toggleExpanded(desk.focus),
    escape: () => (desk.mode ? desk.setMode(null) : desk.clear()),
  });
  useShortcuts(
    {
      a: () => desk.accept(desk.concerned()),
      d: () => desk.concerned().length > 0 && desk.setMode({ deed: "dismiss", ids: desk.concerned() }),
      e: () => desk.focus && desk.setMode({ deed: "edit", id: desk.focus }),
      x: () => desk.focus && desk.toggleSelected(desk.focus),
    },
    mayDecide,
  );
  return (
    <DeskContext value={useLastingDeeds(desk)}>
      <Lanes rows={rows} desk={desk} />
      <Bulk desk={desk} />
    </DeskContext>
  );
}

function useShowPath(): (finding: string) => void {
  const params = useSystemScope();
  const navigate = useNavigate();
  return (path) => void navigate({ to: "/w/$workspace/systems/$system/picture", params, search: { path } });
}

function Bulk({ desk }: { desk: Desk }) {
  const ids = [...desk.selected];
  const isDismissing = desk.mode?.deed === "dismiss" && desk.mode.ids.length > 1;
  if (isDismissing) {
    return (
      <div className={classes.bulk} style={{ display: "block", maxWidth: "min(560px, 94vw)", whiteSpace: "normal" }}>
        <DismissForm
          count={ids.length}
          onCancel={() => desk.setMode(null)}
          onDismiss={(reason) => desk.dismiss(ids, reason)}
        />
      </div>
    );
  }
  if (ids.length === 0) return null;
  return (
    <div className={classes.bulk} role="toolbar" aria-label={words.selected(ids.length)}>
      {words.selected(ids.length)}
      <Button onClick={() => desk.accept(ids)}>{words.accept}</Button>
      <Button onClick={() => desk.setMode({ deed: "dismiss", ids })}>{words.dismiss}</Button>
      <Button variant="subtle" onClick={desk.selectAll}>
        {words.selectAll}
      </Button>
      <Button variant="subtle" onClick={desk.clear}>
        {words.clear}
      </Button>
    </div>
  );
}
