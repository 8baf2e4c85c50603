/** What can be done with the diagram that is shown, and how a further one begins. */
import { ActionIcon, Menu } from "@mantine/core";
import { IconDots, IconPlus } from "@tabler/icons-react";
import { useMay } from "@/api/scope";
import type { Diagram } from "@/api/types";
import { Keys } from "@/components/Keys";
import { messages } from "@/lib/messages";
import type { DiagramDeeds } from "./useDiagramDeeds";

const words = messages.diagrams;

interface DiagramMenuProps {
  diagram: Diagram;
  at: number;
  count: number;
  deeds: DiagramDeeds;
  onRename: () => void;
  onAbout: () => void;
}

export function DiagramMenu({ diagram, at, count, deeds, onRename, onAbout }: DiagramMenuProps) {
  const mayEdit = useMay("edit_system");
  return (
    <Menu position="bottom-start" returnFocus>
      <Menu.Target>
        <ActionIcon aria-label={words.actions(diagram.title)} title={words.actions(diagram.title)}>
          <IconDots size={16} stroke={1.5} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={onAbout}>{words.about}</Menu.Item>
        {mayEdit ? (
          <>
            <Menu.Item rightSection={<Keys shortcut="f2" />} onClick={onRename}>
              {messages.workbench.rename}
            </Menu.Item>
            <Menu.Item
              rightSection={<Keys shortcut="alt+arrowleft" />}
              disabled={at === 0}
              onClick={() => deeds.move(diagram, at - 1)}
            >
              {words.moveBack}
            </Menu.Item>
            <Menu.Item
              rightSection={<Keys shortcut="alt+arrowright" />}
              disabled={at === count - 1}
              onClick={() => deeds.move(diagram, at + 1)}
            >
              {words.moveOn}
            </Menu.Item>
            <Menu.Divider />
            <Menu.Item disabled={count === 1} onClick={() => deeds.remove(diagram)}>
              {count === 1 ? words.lastStays : words.remove}
            </Menu.Item>
          </>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}

export function AddDiagram({ deeds }: { deeds: DiagramDeeds }) {
  return (
    <Menu position="bottom-start" returnFocus={false}>
      <Menu.Target>
        <ActionIcon aria-label={words.add} title={words.add}>
          <IconPlus size={16} stroke={1.5} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={deeds.blank}>{words.addBlank}</Menu.Item>
        <Menu.Item onClick={deeds.copy}>{words.addCopy}</Menu.Item>
        <Menu.Label>{words.addSelection}</Menu.Label>
      </Menu.Dropdown>
    </Menu>
  );
}
