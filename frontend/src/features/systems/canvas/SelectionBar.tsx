/** What can be done with what is selected. */
import { ActionIcon, Menu } from "@mantine/core";
import {
  IconAffiliate,
  IconBoxMargin,
  IconCopyPlus,
  IconCursorText,
  IconLayoutAlignBottom,
  IconLayoutAlignCenter,
  IconLayoutAlignLeft,
  IconLayoutAlignMiddle,
  IconLayoutAlignRight,
  IconLayoutAlignTop,
  IconLayoutDistributeHorizontal,
  IconLayoutDistributeVertical,
  IconLayersSubtract,
  IconPlugConnected,
  IconZoomScan,
} from "@tabler/icons-react";
import { Panel } from "@xyflow/react";
import { messages } from "@/lib/messages";
import type { Alignment, Direction } from "./arranging";
import { keysOf } from "@/lib/keyNames";
import { bringNeighbours } from "./missing";
import { neighboursOf } from "./bringing";
import { RemoveTool } from "./RemoveTool";
import type { Scene } from "./scene";
import { Tool } from "./Tool";
import { useBench, useBenchState } from "./useBench";
import classes from "./canvas.module.css";

const words = messages.workbench;
const ALIGN: readonly [Alignment, typeof IconLayoutAlignLeft][] = [
  ["left", IconLayoutAlignLeft],
  ["center", IconLayoutAlignCenter],
  ["right", IconLayoutAlignRight],
  ["top", IconLayoutAlignTop],
  ["middle", IconLayoutAlignMiddle],
  ["bottom", IconLayoutAlignBottom],
];
const DISTRIBUTE: readonly [Direction, typeof IconLayoutAlignLeft][] = [
  // The icons are named for the lines in them, not for the way in which things are moved.
  ["across", IconLayoutDistributeVertical],
  ["down", IconLayoutDistributeHorizontal],
];

interface SelectionBarProps {
  scene: Scene;
  onZoom: () => void;
  onSplit: (ids: ReadonlySet<string>) => void;
}

export function SelectionBar({ scene, onZoom, onSplit }: SelectionBarProps) {
  const bench = useBench();
  const selected = useBenchState((state) => state.selected);
  const isLocked = useBenchState((state) => state.isLocked);
  const drawn = [...selected].filter((id) => scene.boxes.has(id));
  const [only] = selected;
  const isFlow = selected.size === 1 && scene.flows.some(({ flow }) => flow.id === only);
  if (!bench.mayEdit || (drawn.length === 0 && !isFlow) || only === undefined) return null;
  const isElement = selected.size === 1 && scene.elements.some(({ element }) => element.id === only);
  return (
    <Panel
      position="top-right"
      className={`${classes.controls} ${classes.forSelection}`}
      role="toolbar"
      aria-label={words.selected(selected.size)}
    >
      {isElement ? (
        <Tool
          label={words.connect}
          keys="C"
          icon={IconPlugConnected}
          onClick={() => bench.set({ asking: { for: "end", from: only } })}
        />
      ) : null}
      {selected.size === 1 ? (
        <Tool label={words.rename} keys="F2" icon={IconCursorText} onClick={() => bench.set({ renaming: only })} />
      ) : null}
      {drawn.length > 1 && !isLocked ? <Arrange count={drawn.length} /> : null}
      {drawn.length > 0 ? (
        <>
          {isLocked ? null : (
            <Tool label={words.group} keys={keysOf("mod+g")} icon={IconBoxMargin} onClick={() => bench.group()} />
          )}
          <Tool label={words.duplicate} keys={keysOf("mod+d")} icon={IconCopyPlus} onClick={() => bench.duplicate()} />
          {neighboursOf(scene, selected).length > 0 ? (
            <Tool label={words.bringNeighbours} keys="N" icon={IconAffiliate} onClick={() => bringNeighbours(bench)} />
          ) : null}
          <Tool label={words.split} icon={IconLayersSubtract} onClick={() => onSplit(selected)} />
          <Tool label={words.zoomToSelection} keys="9" icon={IconZoomScan} onClick={onZoom} />
        </>
      ) : null}
      <RemoveTool isDrawn={drawn.length > 0} />
    </Panel>
  );
}

function Arrange({ count }: { count: number }) {
  const bench = useBench();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={words.arrange} title={words.arrange}>
          <IconLayoutAlignLeft size={16} stroke={1.5} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {ALIGN.map(([alignment, Drawn]) => (
          <Menu.Item
            key={alignment}
            leftSection={<Drawn size={16} stroke={1.5} />}
            onClick={() => bench.align(alignment)}
          >
            {words.align[alignment]}
          </Menu.Item>
        ))}
        {count > 2
          ? DISTRIBUTE.map(([direction, Drawn]) => (
              <Menu.Item
                key={direction}
                leftSection={<Drawn size={16} stroke={1.5} />}
                onClick={() => bench.distribute(direction)}
              >
                {words.distribute[direction]}
              </Menu.Item>
            ))
          : null}
      </Menu.Dropdown>
    </Menu>
  );
}
