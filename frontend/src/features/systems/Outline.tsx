/** The parts of a system without a drawing: as a tree, or as tables of one sort of them. Everything can be changed here. */
import { ActionIcon } from "@mantine/core";
import { IconArrowBackUp, IconArrowForwardUp } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useVocabulary } from "@/api/catalogue";
import type { Vocabulary } from "@/api/knowledge";
import { useDeedState } from "@/api/useDeeds";
import { Choice } from "@/components/Choice";
import form from "@/components/form.module.css";
import { Loaded } from "@/components/Loaded";
import { messages } from "@/lib/messages";
import { BoundaryTable } from "./outline/BoundaryTable";
import { ElementTable } from "./outline/ElementTable";
import { FlowTable } from "./outline/FlowTable";
import { OutlineTree } from "./outline/OutlineTree";
import type { OutlineProps } from "./outline/types";
import { useUndoing } from "./outline/useUndoing";
import classes from "./outline/outline.module.css";

const words = messages.picture;

/** Sorts of parts that stand in tables of their own; without one it is the tree. */
export const LISTS = ["elements", "flows", "boundaries", "assets"] as const;
export type List = (typeof LISTS)[number];

const OPTIONS = [
  { value: "tree", label: messages.outline.tree },
  { value: "elements", label: words.elements },
  { value: "flows", label: words.flows },
  { value: "boundaries", label: words.boundaries },
  { value: "assets", label: messages.outline.assets },
];

type Lister = (props: OutlineProps & { vocabulary: Vocabulary }) => ReactNode;
const LISTERS: Record<Exclude<List, "assets">, Lister> = {
  elements: ElementTable,
  flows: FlowTable,
  boundaries: BoundaryTable,
};

interface WholeOutlineProps extends OutlineProps {
  list: List | undefined;
  onList: (list: List | undefined) => void;
  /** The table of assets, which belongs to what is at stake. */
  assets: ReactNode;
}

export default function Outline({ list, onList, assets, ...props }: WholeOutlineProps) {
  const vocabulary = useVocabulary();
  const Lister = list === undefined ? OutlineTree : list === "assets" ? null : LISTERS[list];
  return (
    <div className={classes.whole}>
      <div className={form.actions}>
        <Choice
          label={messages.outline.list}
          value={list ?? "tree"}
          options={OPTIONS}
          onChange={(value) => onList(LISTS.find((one) => one === value))}
        />
        {props.mayEdit ? <Undoing /> : null}
      </div>
      {Lister ? (
        <Loaded query={vocabulary}>{(known) => <Lister key={list} {...props} vocabulary={known} />}</Loaded>
      ) : (
        assets
      )}
    </div>
  );
}

function Undoing() {
  const { undo, redo, said } = useUndoing();
  const state = useDeedState();
  const told = messages.deeds;
  const undoes = state.undo ? told.undoOf(state.undo) : told.undo;
  const redoes = state.redo ? told.redoOf(state.redo) : told.redo;
  return (
    <>
      <ActionIcon variant="transparent" aria-label={undoes} title={undoes} disabled={!state.undo} onClick={undo}>
        <IconArrowBackUp size={16} stroke={1.5} />
      </ActionIcon>
      <ActionIcon variant="transparent" aria-label={redoes} title={redoes} disabled={!state.redo} onClick={redo}>
        <IconArrowForwardUp size={16} stroke={1.5} />
      </ActionIcon>
      <div className="visually-hidden" role="log" aria-label={told.undo}>
        {said}
      </div>
    </>
  );
}
