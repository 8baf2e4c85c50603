/** A tree as the list of the items that can be seen, and where the keys lead in it. */

export interface TreeNode {
  id: string;
  name: string;
  children: readonly TreeNode[];
  isOpenAtFirst: boolean;
}

export interface TreeItem {
  node: TreeNode;
  /** From one. */
  level: number;
  position: number;
  siblings: number;
  parent: string | null;
  /** Undefined where there is nothing to open. */
  isOpen: boolean | undefined;
}

/** `toggled` are those that are not as they were at first. */
export function itemsOf(roots: readonly TreeNode[], toggled: ReadonlySet<string>): TreeItem[] {
  const items: TreeItem[] = [];
  const add = (nodes: readonly TreeNode[], level: number, parent: string | null) =>
    nodes.forEach((node, index) => {
      const isOpen = node.children.length > 0 ? node.isOpenAtFirst !== toggled.has(node.id) : undefined;
      items.push({ node, level, position: index + 1, siblings: nodes.length, parent, isOpen });
      if (isOpen) add(node.children, level + 1, node.id);
    });
  add(roots, 1, null);
  return items;
}

const STEPS: Record<string, (index: number, count: number, page: number) => number> = {
  ArrowUp: (index) => index - 1,
  ArrowDown: (index) => index + 1,
  Home: () => 0,
  End: (_, count) => count - 1,
  PageUp: (index, _, page) => index - page,
  PageDown: (index, _, page) => index + page,
};

/** The number of the item to which a key leads; null for a key that leads nowhere. */
export function walked(items: readonly TreeItem[], index: number, key: string, page: number): number | null {
  const step = STEPS[key];
  return step ? Math.min(Math.max(0, step(index, items.length, page)), items.length - 1) : null;
}

/** The next item whose name begins with what was typed; the current one too, as long as more than one letter was. */
export function foundByName(items: readonly TreeItem[], index: number, typed: string): number | null {
  const wanted = typed.toLocaleLowerCase();
  const start = wanted.length > 1 ? index : index + 1;
  for (let step = 0; step < items.length; step += 1) {
    const at = (start + step) % items.length;
    if (items[at]?.node.name.toLocaleLowerCase().startsWith(wanted)) return at;
  }
  return null;
}
