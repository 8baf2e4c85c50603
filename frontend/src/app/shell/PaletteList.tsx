/** What the palette found, under headings. */
import { useEffect, useRef } from "react";
import type { PaletteItem } from "@/app/shell/usePaletteItems";
import { messages } from "@/lib/messages";
import classes from "./Palette.module.css";

interface PaletteListProps {
  items: readonly PaletteItem[];
  current: number;
  onChoose: (index: number) => void;
}

export function PaletteList({ items, current, onChoose }: PaletteListProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
  }, [current]);
  if (items.length === 0)
    return (
      <p className={classes.empty} role="status">
        {messages.palette.empty}
      </p>
    );
  return (
    <div className={classes.list} role="listbox" id="palette-list" aria-label={messages.palette.title} ref={list}>
      {items.map((item, index) => (
        <div key={item.key}>
          {items[index - 1]?.group === item.group ? null : <div className={classes.group}>{item.group}</div>}
          {/* Keys are handled by the field, which keeps the focus; an option is chosen there by Enter. */}
          {/* eslint-disable-next-line jsx-a11y/click-events-have-key-events -- the field above handles the keys of the list */}
          <div
            id={`palette-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === current}
            className={classes.option}
            onClick={() => onChoose(index)}
          >
            {item.icon}
            <span className={classes.name}>{item.name}</span>
            <span className={classes.note}>{item.note}</span>
          </div>
        </div>
      ))}
    </div>
  );
}
