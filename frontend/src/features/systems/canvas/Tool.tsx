/** A button of the canvas with its icon, its name and its key. */
import { ActionIcon } from "@mantine/core";
import type { Icon } from "@tabler/icons-react";

interface ToolProps {
  label: string;
  icon: Icon;
  onClick: () => void;
  /** As people read it: "⌘ Z". */
  keys?: string;
  /** What it would do just now, where the name does not say it. */
  hint?: string | undefined;
  isOn?: boolean;
  isDisabled?: boolean;
}

export function Tool({ label, icon: Drawn, onClick, keys, hint = label, isOn, isDisabled = false }: ToolProps) {
  return (
    <ActionIcon
      aria-label={label}
      title={keys ? `${hint} (${keys})` : hint}
      aria-pressed={isOn}
      variant={isOn ? "light" : "subtle"}
      disabled={isDisabled}
      onClick={onClick}
      // What is selected keeps the focus.
      onMouseDown={(event) => event.preventDefault()}
    >
      <Drawn size={16} stroke={1.5} />
    </ActionIcon>
  );
}
