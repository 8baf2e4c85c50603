/** The way out for what is selected: off this diagram, or out of the model where there is only one diagram or it is asked for. */
import { ActionIcon, Menu } from "@mantine/core";
import { IconSquareOff, IconTrash } from "@tabler/icons-react";
import { Keys } from "@/components/Keys";
import { messages } from "@/lib/messages";
import { keysOf } from "@/lib/keyNames";
import { Tool } from "./Tool";
import { useBench } from "./useBench";

const words = messages.workbench;

export function RemoveTool({ isDrawn }: { isDrawn: boolean }) {
  const bench = useBench();
  // A flow stands wherever its ends do; there is nothing that it could be taken off.
  if (bench.scene.others.isAlone || !isDrawn)
    return <Tool label={words.remove} keys={keysOf("delete")} icon={IconTrash} onClick={() => bench.remove()} />;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={words.removeHow} title={`${words.removeHow} (${keysOf("delete")})`}>
          <IconTrash size={16} stroke={1.5} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconSquareOff size={16} stroke={1.5} />} onClick={() => bench.takeOff()}>
          {words.takeOff}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconTrash size={16} stroke={1.5} />}
          rightSection={<Keys shortcut="shift+delete" />}
          onClick={() => bench.remove(true)}
        >
          {words.deleteFromModel}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
