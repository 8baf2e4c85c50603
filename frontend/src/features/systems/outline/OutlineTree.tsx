/** The parts of a system as a tree that is changed by keyboard. */
import { Button } from "@mantine/core";
import { type ClipboardEvent, useMemo, useState } from "react";
import type { Vocabulary } from "@/api/knowledge";
import { useSystemScope } from "@/api/scope";
import { useDeeds } from "@/api/useDeeds";
import { EmptyState } from "@/components/EmptyState";
import { Tree } from "@/components/tree/Tree";
import type { TreeCommands } from "@/components/tree/useTreeKeys";
import { useTree } from "@/components/tree/useTree";
import { messages } from "@/lib/messages";
import { isTyping } from "@/lib/shortcuts";
import { partOf } from "../canvas/naming";
import classes from "./outline.module.css";
import { PartName } from "./PartName";
import { TreeAsking, type Asked } from "./TreeAsking";
import { TreeDeeds } from "./TreeDeeds";
import { treeOf } from "./treeOf";
import type { OutlineProps } from "./types";
import { useWholeScene } from "./useWholeScene";

const words = messages.outline;
const NOTHING: ReadonlySet<string> = new Set();

export function OutlineTree({ picture, vocabulary, ...props }: OutlineProps & { vocabulary: Vocabulary }) {
  const { mayEdit, onOpen } = props;
  const { elements, boundaries, flows, counts } = picture;
  const roots = useMemo(() => treeOf({ elements, boundaries, flows }), [elements, boundaries, flows]);
  const tree = useTree(roots, useSystemScope().system);
  const scene = useWholeScene(picture);
  const [said, setSaid] = useState("");
  // The same words twice are read twice only when they differ.
  const say = (text: string) => setSaid((before) => (before === text ? `${text}\u00a0` : text));
  const [asked, setAsked] = useState<Asked | null>(null);
  const [begun, setBegun] = useState(0);
  const [cut, setCut] = useState<{ ids: ReadonlySet<string>; text: string } | null>(null);
  const deeds = new TreeDeeds({ picture, tree, deeds: useDeeds(), say, scene });
  const { chosen } = tree;
  const current = tree.items[tree.index]?.node.id;
  const element = deeds.elementHere();
  const ask = {
    add: () => setAsked({ for: "kind", home: deeds.homeHere() }),
    connect: () => (element ? setAsked({ for: "end", from: element }) : undefined),
    move: () => setAsked({ for: "home", ids: chosen }),
  };
  const closeAsked = () => {
    setAsked(null);
    setBegun(begun + 1);
  };
  const duplicate = () => {
    const copy = deeds.copy(chosen);
    if (copy) deeds.paste(copy, true);
  };
  const commands: TreeCommands = mayEdit
    ? {
        "/": ask.add,
        "mod+enter": ask.add,
        insert: ask.add,
        ">": ask.connect,
        f2: () => current && tree.rename(current),
        delete: () => deeds.remove(chosen),
        backspace: () => deeds.remove(chosen),
        "mod+g": () => deeds.group(chosen),
        "mod+shift+g": () => deeds.ungroup(chosen),
        "mod+d": duplicate,
        "alt+arrowleft": () => deeds.moveOut(chosen),
        "alt+arrowright": () => deeds.moveIn(chosen),
      }
    : {};
  const onCopy = (event: ClipboardEvent) => {
    if (isTyping(event.target)) return;
    const text = deeds.copy(chosen);
    if (!text) return;
    event.clipboardData.setData("text/plain", text);
    event.preventDefault();
    const isCut = event.type === "cut" && mayEdit;
    setCut(isCut ? { ids: new Set(chosen), text } : null);
    say(isCut ? words.cut(chosen.length) : words.copied(chosen.length));
  };
  const onPaste = (event: ClipboardEvent) => {
    if (isTyping(event.target) || !mayEdit) return;
    event.preventDefault();
    const text = event.clipboardData.getData("text/plain");
    if (cut?.text === text) deeds.moveTo([...cut.ids], deeds.homeHere());
    else deeds.paste(text);
    setCut(null);
  };
  return (
    <div className={classes.whole}>
      {mayEdit ? (
        <div className={classes.tools}>
          <Button onClick={ask.add}>{words.add}</Button>
          {element ? <Button onClick={ask.connect}>{words.connect}</Button> : null}
          {current ? (
            <>
              <Button onClick={() => tree.rename(current)}>{words.rename}</Button>
              <Button onClick={ask.move}>{words.moveTo}</Button>
              <Button onClick={() => deeds.group(chosen)}>{words.group}</Button>
              <Button onClick={() => deeds.remove(chosen)}>{messages.grid.remove}</Button>
            </>
          ) : null}
        </div>
      ) : null}
      {asked ? (
        <TreeAsking asked={asked} deeds={deeds} picture={picture} vocabulary={vocabulary} onClose={closeAsked} />
      ) : null}
      <Tree
        label={words.treeOf}
        tree={tree}
        commands={commands}
        opened={props.selected}
        faded={cut?.ids ?? NOTHING}
        show={(node) => <PartName id={node.id} name={node.name} picture={picture} count={counts.get(node.id)} />}
        onOpen={onOpen}
        namedBy={(id) => partOf(picture, id)}
        onRename={(seen, name) => deeds.rename(seen, name)}
        onCopy={onCopy}
        onPaste={onPaste}
        begun={begun}
      />
      {roots.length === 0 ? (
        <div className={classes.empty}>
          <EmptyState picture="canvas" text={mayEdit ? words.emptyTree : words.emptyForReaders} />
        </div>
      ) : (
        <p className={classes.foot}>{mayEdit ? words.treeHelp : words.treeHelpReadOnly}</p>
      )}
      <div className="visually-hidden" role="log" aria-label={messages.grid.happened}>
        {said}
      </div>
    </div>
  );
}
