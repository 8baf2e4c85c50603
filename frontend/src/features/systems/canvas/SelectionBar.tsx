/** What can be done with what is selected. */
import { ActionIcon, Menu } from "@mantine/core";
import {
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
  IconPlugConnected,
  IconTrash,
  IconZoomScan,
} from "@tabler/icons-react";
import { Panel } from "@xyflow/react";
import { messages } from "@/lib/messages";
import type { Alignment, Direction } from "./arranging";
import { keysOf } from "./keyNames";
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
  ["across", IconLayoutDistributeHorizontal],
  ["down", IconLayoutDistributeVertical],
];

export function SelectionBar({ onZoom }: { onZoom: () => void }) {
  const bench = useBench();
  const selected = useBenchState((state) => state.selected);
  const isLocked = useBenchState((state) => state.isLocked);
  const drawn = [...selected].filter((id) => bench.scene.boxes.has(id));
  const [only] = selected;
  const isFlow = selected.size === 1 && bench.scene.flows.some(({ flow }) => flow.id === only);
  if (!bench.mayEdit || (drawn.length === 0 && !isFlow) || only === undefined) return null;
  const isElement = selected.size === 1 && bench.scene.elements.some(({ element }) => element.id === only);
  return (
    <Panel position="top-right" className={classes.controls} role="toolbar" aria-label={words.selected(selected.size)}>
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
          <Tool label={words.zoomToSelection} keys="9" icon={IconZoomScan} onClick={onZoom} />
        </>
      ) : null}
      <Tool label={words.remove} keys={keysOf("delete")} icon={IconTrash} onClick={() => bench.remove()} />
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
