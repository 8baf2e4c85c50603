/** A tree to walk through by keyboard. It draws only what is in view. */
import { IconChevronRight } from "@tabler/icons-react";
import { type ClipboardEvent, type CSSProperties, type MouseEvent, type ReactNode, useRef } from "react";
import { NameField } from "@/components/NameField";
import { useKeptFocus } from "@/components/useKeptFocus";
import { useRowsInView } from "@/components/useRowsInView";
import { messages } from "@/lib/messages";
import { isTyping } from "@/lib/shortcuts";
import type { TreeItem, TreeNode } from "./nodes";
import classes from "./tree.module.css";
import type { TreeState } from "./useTree";
import { type TreeCommands, useTreeKeys } from "./useTreeKeys";

const ROW = 34;
const INDENT = 20;

interface TreeProps<Named> {
  label: string;
  tree: TreeState;
  commands: TreeCommands;
  opened: string | undefined;
  /** What has been cut and not yet pasted. */
  faded: ReadonlySet<string>;
  show: (node: TreeNode) => ReactNode;
  onOpen: (id: string) => void;
  /** What an item stands for, to be named. */
  namedBy: (id: string) => Named | undefined;
  /** As it was when the naming began. */
  onRename: (seen: Named, name: string) => void;
  onCopy: (event: ClipboardEvent) => void;
  onPaste: (event: ClipboardEvent) => void;
  /** Grows when the tree is to have the focus. */
  begun: number;
}

export function Tree<Named extends { name: string }>(props: TreeProps<Named>) {
  const { label, tree, commands, show, onOpen, onCopy, onPaste, begun } = props;
  const { items, index, renaming } = tree;
  const scroller = useRef<HTMLDivElement>(null);
  const { from, to, page } = useRowsInView(scroller, items.length, ROW);
  const focus = useKeptFocus(scroller, `[data-item="${items[index]?.node.id ?? ""}"]`, renaming !== null, begun);
  const onKeyDown = useTreeKeys(tree, page, commands, onOpen);
  const onClick = (event: MouseEvent) => {
    const target = event.target as Element;
    const number = Number(target.closest<HTMLElement>("[data-index]")?.dataset.index ?? "-1");
    const item = items[number];
    if (!item || isTyping(target)) return;
    focus.want();
    tree.go(number, event.shiftKey ? "more" : event.ctrlKey || event.metaKey ? "focus" : "alone");
    if (target.closest("[data-opener]")) tree.setOpen([item], !item.isOpen);
    else if (event.shiftKey) return;
    else if (event.ctrlKey || event.metaKey) tree.toggleSelected();
    else onOpen(item.node.id);
  };
  const inView = items.slice(from, to).map((_, number) => from + number);
  // The item in focus is there even when it is scrolled away.
  if (index >= 0 && (index < from || index >= to)) inView.push(index);
  return (
    <div className={classes.scroller} ref={scroller}>
      <div
        role="tree"
        tabIndex={items.length === 0 ? 0 : -1}
        aria-label={label}
        aria-multiselectable
        className={classes.tree}
        style={{ height: items.length * ROW }}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onFocus={focus.onFocus}
        onBlur={focus.onBlur}
        onCopy={onCopy}
        onCut={onCopy}
        onPaste={onPaste}
      >
        {inView.map((number) => {
          const item = items[number] as TreeItem;
          const { id, name } = item.node;
          const named = renaming === id ? props.namedBy(id) : undefined;
          return (
            <Item
              key={id}
              item={item}
              index={number}
              isCurrent={number === index}
              isSelected={tree.selected.has(id)}
              isOpened={props.opened === id}
              isFaded={props.faded.has(id)}
            >
              {named ? (
                <NameField
                  named={named}
                  label={messages.grid.nameOf(name)}
                  className={classes.rename}
                  onEnd={(seen, next) => {
                    tree.rename(null);
                    if (next !== null) props.onRename(seen, next);
                  }}
                />
              ) : (
                show(item.node)
              )}
            </Item>
          );
        })}
      </div>
    </div>
  );
}

interface ItemProps {
  item: TreeItem;
  index: number;
  isCurrent: boolean;
  isSelected: boolean;
  isOpened: boolean;
  isFaded: boolean;
  children: ReactNode;
}

function Item({ item, index, isCurrent, isSelected, isOpened, isFaded, children }: ItemProps) {
  const { node, level, position, siblings, isOpen } = item;
  const style = { top: index * ROW, height: ROW, paddingInlineStart: (level - 1) * INDENT } as CSSProperties;
  return (
    <div
      role="treeitem"
      aria-level={level}
      aria-posinset={position}
      aria-setsize={siblings}
      aria-expanded={isOpen}
      aria-selected={isSelected}
      aria-current={isOpened || undefined}
      tabIndex={isCurrent ? 0 : -1}
      className={classes.item}
      style={style}
      data-item={node.id}
      data-index={index}
      data-faded={isFaded || undefined}
    >
      <span
        className={classes.opener}
        data-opener={isOpen === undefined ? undefined : true}
        aria-hidden
        title={isOpen ? messages.grid.collapse : undefined}
      >
        {isOpen === undefined ? null : <IconChevronRight size={15} stroke={1.5} data-open={isOpen} />}
      </span>
      {children}
    </div>
  );
}
