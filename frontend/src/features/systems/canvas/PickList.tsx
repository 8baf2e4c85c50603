/** A list to choose from by typing, arrows and Enter; the field keeps the focus. */
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { messages } from "@/lib/messages";
import { ranked } from "@/lib/ranking";
import classes from "./picklist.module.css";

export interface Pick {
  key: string;
  name: string;
  note?: string;
  /** What it is; searched, not shown. */
  about?: string | undefined;
  icon?: ReactNode;
}

interface PickListProps {
  label: string;
  picks: readonly Pick[];
  onPick: (pick: Pick) => void;
  /** By key, or because the focus has gone elsewhere. */
  onClose: (isByKey: boolean) => void;
}

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

export function PickList({ label, picks, onPick, onClose }: PickListProps) {
  const [query, setQuery] = useState("");
  const [index, setIndex] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const found = ranked(picks, query, ({ name, note, about }) => ({ name, about, group: note }));
  const current = Math.max(0, Math.min(index, found.length - 1));
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
  }, [current, query]);
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    const step = STEPS[event.key];
    if (step) setIndex((current + step + found.length) % Math.max(1, found.length));
    else if (event.key === "Enter" && found[current]) onPick(found[current]);
    else if (event.key === "Escape") onClose(true);
    else return;
    event.preventDefault();
  };
  return (
    <div className={classes.box} role="dialog" aria-label={label}>
      <input
        ref={focusOnce}
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls={found.length > 0 ? "pick-list" : undefined}
        aria-activedescendant={found[current] ? `pick-${found[current].key}` : undefined}
        aria-label={label}
        placeholder={label}
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setIndex(0);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => onClose(false)}
      />
      {found.length === 0 ? (
        <p className={classes.none} role="status">
          {messages.workbench.nothingFound}
        </p>
      ) : null}
      <div
        className={classes.list}
        role="listbox"
        id="pick-list"
        aria-label={label}
        ref={list}
        hidden={found.length === 0}
      >
        {found.map((pick, at) => (
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events -- the field above handles the keys of the list
          <div
            key={pick.key}
            id={`pick-${pick.key}`}
            role="option"
            tabIndex={-1}
            aria-selected={at === current}
            className={classes.option}
            // The field would lose the focus, and the list close, before the click arrives.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onPick(pick)}
          >
            {pick.icon}
            <span>{pick.name}</span>
            <small>{pick.note}</small>
          </div>
        ))}
      </div>
    </div>
  );
}

const focusOnce = (field: HTMLInputElement | null): void => field?.focus({ preventScroll: true });
