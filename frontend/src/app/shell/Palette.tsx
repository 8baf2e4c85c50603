/** Search everything: systems, elements and findings of this system, entries, and what can be done. */
import { Loader, Modal } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { type KeyboardEvent, useState } from "react";
import { usePaletteItems } from "@/app/shell/usePaletteItems";
import { PaletteList } from "@/app/shell/PaletteList";
import { messages } from "@/lib/messages";
import classes from "./Palette.module.css";

interface PaletteProps {
  isOpen: boolean;
  onClose: () => void;
  onHelp: () => void;
}

export function Palette({ isOpen, onClose, onHelp }: PaletteProps) {
  return (
    <Modal.Root opened={isOpen} onClose={onClose} size={560} padding={0} yOffset="12vh">
      <Modal.Overlay backgroundOpacity={0.3} />
      <Modal.Content aria-label={messages.palette.title}>
        <Search onClose={onClose} onHelp={onHelp} />
      </Modal.Content>
    </Modal.Root>
  );
}

function Search({ onClose, onHelp }: Omit<PaletteProps, "isOpen">) {
  const [query, setQuery] = useState("");
  const [asked] = useDebouncedValue(query, 150);
  const { items, isSearching } = usePaletteItems(query, asked, onHelp);
  const [index, setIndex] = useState(0);
  const current = Math.min(index, items.length - 1);
  const choose = (at: number) => {
    onClose();
    items[at]?.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step) {
      event.preventDefault();
      setIndex((current + step + items.length) % Math.max(1, items.length));
    }
    if (event.key === "Enter") choose(current);
  };
  return (
    <>
      <div className={classes.field}>
        <input
          data-autofocus
          role="combobox"
          aria-expanded={items.length > 0}
          aria-controls={items.length > 0 ? "palette-list" : undefined}
          aria-activedescendant={current >= 0 ? `palette-${current}` : undefined}
          aria-label={messages.palette.title}
          placeholder={messages.palette.placeholder}
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            setIndex(0);
          }}
          onKeyDown={onKeyDown}
        />
        {isSearching ? <Loader size={14} color="gray" /> : null}
      </div>
      <PaletteList items={items} current={current} onChoose={choose} />
    </>
  );
}
