/** What can be added, by group: dragged to its place, or clicked and put into the middle. */
import { CloseButton, TextInput } from "@mantine/core";
import { type DragEvent, type ReactNode, useState } from "react";
import { useVocabulary } from "@/api/catalogue";
import type { Vocabulary } from "@/api/knowledge";
import { KindIcon } from "@/components/KindIcon";
import { messages } from "@/lib/messages";
import { ranked } from "@/lib/ranking";
import { type KindGroup, kindOptions } from "../kindOptions";
import { BoundaryIcon } from "./BoundaryIcon";
import { MissingParts } from "./MissingParts";
import type { Scene } from "./scene";
import { useBench } from "./useBench";
import { BOUNDARY } from "./workbench";
import classes from "./palette.module.css";

const words = messages.workbench;
export const CARRIED = "application/x-bifocal-kind";

export function Palette({ scene, onClose }: { scene: Scene; onClose: () => void }) {
  const vocabulary = useVocabulary().data;
  const [query, setQuery] = useState("");
  const areas = { group: words.areas, items: [{ value: BOUNDARY, label: words.boundary }] };
  const groups = foundOf([areas, ...(vocabulary ? kindOptions(vocabulary) : [])], vocabulary, query);
  return (
    <section className={classes.palette} aria-label={words.palette}>
      <div className={classes.head}>
        <TextInput
          type="search"
          size="xs"
          aria-label={words.searchPalette}
          placeholder={words.searchPalette}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
        <CloseButton size="sm" aria-label={words.closePalette} onClick={onClose} />
      </div>
      <MissingParts scene={scene} query={query} />
      {groups.map(({ group, items }) => (
        <div key={group} role="group" aria-label={group}>
          <h2>{group}</h2>
          {items.map(({ value, label }) => (
            <Item key={value} kind={value} label={label} about={vocabulary?.kinds[value]?.meaning}>
              {value === BOUNDARY ? <BoundaryIcon /> : <KindIcon kind={value} />}
            </Item>
          ))}
        </div>
      ))}
      {groups.length === 0 ? <p>{words.nothingFound}</p> : null}
    </section>
  );
}

/** The likeliest first, and with them their groups. */
function foundOf(groups: readonly KindGroup[], vocabulary: Vocabulary | undefined, query: string): KindGroup[] {
  const all = groups.flatMap(({ group, items }) => items.map((item) => ({ group, ...item })));
  const found = ranked(all, query, ({ value, label, group }) => ({
    name: label,
    about: vocabulary?.kinds[value]?.meaning,
    group,
  }));
  const names = new Set(found.map(({ group }) => group));
  return [...names].map((name) => ({ group: name, items: found.filter(({ group }) => group === name) }));
}

interface ItemProps {
  kind: string;
  label: string;
  about: string | undefined;
  children: ReactNode;
}

function Item({ kind, label, about, children }: ItemProps) {
  const bench = useBench();
  const onDragStart = (event: DragEvent) => {
    event.dataTransfer.setData(CARRIED, JSON.stringify([kind, label]));
    event.dataTransfer.effectAllowed = "copy";
  };
  return (
    <button
      type="button"
      draggable
      title={about}
      onDragStart={onDragStart}
      onClick={() => bench.add(kind, label, null)}
    >
      {children}
      {label}
    </button>
  );
}
