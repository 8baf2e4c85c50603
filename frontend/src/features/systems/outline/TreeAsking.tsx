/** The list that opens above the tree when something is to be added, connected or moved. */
import type { Vocabulary } from "@/api/knowledge";
import type { Picture } from "@/api/picture";
import { KindIcon } from "@/components/KindIcon";
import { messages } from "@/lib/messages";
import { BoundaryIcon } from "../canvas/BoundaryIcon";
import { type Pick, PickList } from "../canvas/PickList";
import classes from "./outline.module.css";
import { BOUNDARY, type TreeDeeds } from "./TreeDeeds";

const words = messages.outline;
const OUTSIDE = "outside";

/** A kind to add in a boundary, an element to connect to, a boundary to move into. */
export type Asked =
  { for: "kind"; home: string | null } | { for: "end"; from: string } | { for: "home"; ids: readonly string[] };

interface TreeAskingProps {
  asked: Asked;
  deeds: TreeDeeds;
  picture: Picture;
  vocabulary: Vocabulary;
  onClose: () => void;
}

export function TreeAsking({ asked, deeds, picture, vocabulary, onClose }: TreeAskingProps) {
  const pick = ({ key, name }: Pick) => {
    onClose();
    if (asked.for === "kind") deeds.add(key, name);
    else if (asked.for === "end") deeds.connect(asked.from, key);
    else deeds.moveTo(asked.ids, key === OUTSIDE ? null : key);
  };
  return (
    <div className={classes.asking}>
      <PickList
        key={JSON.stringify(asked)}
        label={labelOf(asked, deeds)}
        picks={picksOf(asked, picture, vocabulary)}
        onPick={pick}
        onClose={onClose}
      />
    </div>
  );
}

function labelOf(asked: Asked, deeds: TreeDeeds): string {
  if (asked.for === "end") return messages.workbench.connectTo(deeds.nameOf(asked.from));
  if (asked.for === "home") return words.moveWhere;
  return asked.home ? words.addIn(deeds.nameOf(asked.home)) : words.addAtTop;
}

function picksOf(asked: Asked, { elements, boundaries }: Picture, { kinds }: Vocabulary): Pick[] {
  if (asked.for === "end")
    return elements.map(({ id, name, kind }) => ({
      key: id,
      name,
      note: kinds[kind]?.label ?? "",
      icon: <KindIcon kind={kind} />,
    }));
  const areas = boundaries.filter(({ id }) => asked.for === "home" && !asked.ids.includes(id));
  if (asked.for === "home")
    return [
      { key: OUTSIDE, name: messages.picture.outside },
      ...areas.map(({ id, name }) => ({ key: id, name, icon: <BoundaryIcon /> })),
    ];
  return [
    ...Object.entries(kinds).map(([key, { label, meaning, group }]) => ({
      key,
      name: label,
      about: meaning,
      note: messages.vocabulary.groups[group] ?? group,
      icon: <KindIcon kind={key} />,
    })),
    { key: BOUNDARY, name: messages.workbench.boundary, icon: <BoundaryIcon /> },
  ];
}
