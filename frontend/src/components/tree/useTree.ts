/** Which item of a tree has the focus, which are selected, which are open, and which is being renamed. */
import { useMemo, useState } from "react";
import { keep as keepInBrowser, kept } from "@/lib/kept";
import { itemsOf, type TreeItem, type TreeNode } from "./nodes";

const MOST_KEPT = 500;

export interface TreeState {
  items: readonly TreeItem[];
  /** The number of the item in focus; -1 in an empty tree. */
  index: number;
  selected: ReadonlySet<string>;
  /** What a deed is about: what is selected, or else the item in focus. In the order of the tree. */
  chosen: readonly string[];
  renaming: string | null;
  go: (index: number, how?: "alone" | "more" | "focus") => void;
  /** Also to one that is not there yet, or not in view: what it lies in is opened. */
  goTo: (id: string, within?: string | null) => void;
  toggleSelected: () => void;
  selectAll: () => void;
  setOpen: (items: readonly TreeItem[], isOpen: boolean) => void;
  rename: (id: string | null) => void;
}

export function useTree(roots: readonly TreeNode[], name: string): TreeState {
  const key = `bifocal-tree-${name}`;
  const [toggled, setToggled] = useState<ReadonlySet<string>>(() => new Set(kept(key)?.split(" ").filter(Boolean)));
  const items = useMemo(() => itemsOf(roots, toggled), [roots, toggled]);
  const numbers = useMemo(() => new Map(items.map(({ node }, index) => [node.id, index])), [items]);
  const [active, setActive] = useState({ id: items[0]?.node.id ?? "", index: 0 });
  const [anchor, setAnchor] = useState(active.id);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [renaming, setRenaming] = useState<string | null>(null);
  const index = numbers.get(active.id) ?? Math.min(active.index, items.length - 1);
  const known = [...selected].filter((id) => numbers.has(id));
  const current = items[index]?.node.id;
  const keep = (next: ReadonlySet<string>) => {
    setToggled(next);
    keepInBrowser(key, [...next].slice(-MOST_KEPT).join(" "));
  };
  const setOpen = (some: readonly TreeItem[], isOpen: boolean) => {
    const next = new Set(toggled);
    for (const { node } of some) {
      if (node.isOpenAtFirst === isOpen) next.delete(node.id);
      else next.add(node.id);
    }
    keep(next);
  };
  return {
    items,
    index,
    selected: new Set(known),
    chosen:
      known.length > 0
        ? known.toSorted((one, other) => place(numbers, one) - place(numbers, other))
        : current
          ? [current]
          : [],
    renaming,
    setOpen,
    rename: setRenaming,
    go: (next, how = "alone") => {
      const id = items[next]?.node.id;
      if (id === undefined) return;
      setActive({ id, index: next });
      if (how === "more") {
        const [from, to] = [numbers.get(anchor) ?? index, next].toSorted((one, other) => one - other);
        setSelected(new Set(items.slice(from, (to ?? 0) + 1).map(({ node }) => node.id)));
      } else {
        setAnchor(id);
        if (how === "alone") setSelected(new Set());
      }
    },
    goTo: (id, within = null) => {
      setActive({ id, index: Math.max(0, index) });
      setAnchor(id);
      setSelected(new Set());
      const around = items.find(({ node }) => node.id === within);
      if (around && around.isOpen !== true) setOpen([around], true);
    },
    toggleSelected: () => {
      if (!current) return;
      const next = new Set(known.length > 0 ? known : []);
      if (!next.delete(current)) next.add(current);
      setSelected(next);
      setAnchor(current);
    },
    selectAll: () => setSelected(new Set(numbers.keys())),
  };
}

const place = (numbers: ReadonlyMap<string, number>, id: string): number => numbers.get(id) ?? 0;
