/** Which columns of a table are shown, kept in this browser. */
import { Button, Checkbox, Popover } from "@mantine/core";
import { IconColumns3 } from "@tabler/icons-react";
import { messages } from "@/lib/messages";
import type { Column } from "@/lib/table/columns";
import classes from "./grid.module.css";

interface ColumnPickerProps<Row> {
  columns: readonly Column<Row>[];
  shown: ReadonlySet<string>;
  onChange: (shown: ReadonlySet<string>) => void;
}

export function ColumnPicker<Row>({ columns, shown, onChange }: ColumnPickerProps<Row>) {
  const toggle = (id: string, isOn: boolean) =>
    onChange(new Set(isOn ? [...shown, id] : [...shown].filter((one) => one !== id)));
  return (
    <Popover position="bottom-start" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <Button leftSection={<IconColumns3 size={15} stroke={1.5} />}>{messages.grid.columns}</Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={messages.grid.columnsShown}>
        <div className={classes.columns}>
          {columns.map(({ id, title }, index) => (
            <Checkbox
              key={id}
              size="xs"
              label={title}
              // The first one names the row.
              disabled={index === 0}
              checked={index === 0 || shown.has(id)}
              onChange={(event) => toggle(id, event.currentTarget.checked)}
            />
          ))}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
