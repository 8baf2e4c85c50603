/** The diagrams of a system as tabs, and what can be done with them. */
import { type KeyboardEvent, useRef, useState } from "react";
import { useMay } from "@/api/scope";
import type { Diagram } from "@/api/types";
import { NameField } from "@/components/NameField";
import { messages } from "@/lib/messages";
import { AddDiagram, DiagramMenu } from "./DiagramMenus";
import { DIAGRAM_PANEL, hasTabs, tabOf } from "./tabs";
import type { DiagramDeeds } from "./useDiagramDeeds";
import classes from "./diagrams.module.css";

const words = messages.diagrams;
const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1 };

interface DiagramBarProps {
  diagrams: readonly Diagram[];
  current: Diagram | undefined;
  deeds: DiagramDeeds;
  /** The diagram that is being named. */
  naming: string | null;
  onNaming: (id: string | null) => void;
  onChoose: (id: string) => void;
  onAbout: (id: string) => void;
}

export function DiagramBar({ diagrams, current, deeds, naming, onNaming, onChoose, onAbout }: DiagramBarProps) {
  const mayEdit = useMay("edit_system");
  const list = useRef<HTMLDivElement>(null);
  const [dragged, setDragged] = useState<Diagram | null>(null);
  if (!hasTabs(mayEdit, diagrams)) return null;
  const named = diagrams.find(({ id }) => id === naming);
  const focusShown = () =>
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>("[aria-selected=true]")?.focus());
  const onKeyDown = (event: KeyboardEvent, diagram: Diagram) => {
    const at = diagrams.indexOf(diagram);
    const isReversed = getComputedStyle(event.currentTarget).direction === "rtl";
    const step = (STEPS[event.key] ?? 0) * (isReversed ? -1 : 1);
    const to = { Home: 0, End: diagrams.length - 1 }[event.key] ?? (step ? at + step : undefined);
    if (to !== undefined && event.altKey && mayEdit) deeds.move(diagram, to);
    else if (to !== undefined)
      list.current
        ?.querySelectorAll<HTMLElement>("[role=tab]")
        .item((to + diagrams.length) % diagrams.length)
        .focus();
    else if (event.key === "F2" && mayEdit) onNaming(diagram.id);
    else if (event.key === "Delete" && mayEdit) {
      deeds.remove(diagram);
      focusShown();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={classes.bar}>
      {named ? (
        <NameField
          key={named.id}
          named={{ ...named, name: named.title }}
          label={words.titleOf(named.title)}
          className={classes.title}
          onEnd={(seen, title, isByKey) => {
            if (title) deeds.rename(seen, title);
            onNaming(null);
            if (isByKey) focusShown();
          }}
        />
      ) : null}
      <div className={classes.tabs} role="tablist" aria-label={words.label} ref={list}>
        {diagrams.map((diagram, at) => (
          <button
            key={diagram.id}
            type="button"
            role="tab"
            id={tabOf(diagram)}
            aria-controls={DIAGRAM_PANEL}
            className={classes.tab}
            aria-selected={diagram === current}
            data-naming={diagram === named || undefined}
            tabIndex={diagram === current ? 0 : -1}
            title={mayEdit ? words.tabHint : undefined}
            draggable={mayEdit}
            onClick={() => onChoose(diagram.id)}
            onDoubleClick={() => mayEdit && onNaming(diagram.id)}
            onKeyDown={(event) => onKeyDown(event, diagram)}
            onDragStart={() => setDragged(diagram)}
            onDragOver={(event) => dragged && event.preventDefault()}
            onDrop={() => {
              if (dragged) deeds.move(dragged, at);
              setDragged(null);
            }}
          >
            {diagram.title}
          </button>
        ))}
      </div>
      {current ? (
        <DiagramMenu
          diagram={current}
          at={diagrams.indexOf(current)}
          count={diagrams.length}
          deeds={deeds}
          onRename={() => onNaming(current.id)}
          onAbout={() => onAbout(current.id)}
        />
      ) : null}
      {mayEdit ? <AddDiagram deeds={deeds} /> : null}
    </div>
  );
}
