/** The list of keys that "?" opens. */
import { Modal } from "@mantine/core";
import { messages } from "@/lib/messages";
import { Keys } from "./Keys";
import classes from "./KeyHelp.module.css";

export interface KeyGroup {
  title: string;
  keys: readonly (readonly [shortcut: string, does: string])[];
}

interface KeyHelpProps {
  groups: readonly KeyGroup[];
  isOpen: boolean;
  onClose: () => void;
}

export function KeyHelp({ groups, isOpen, onClose }: KeyHelpProps) {
  return (
    <Modal opened={isOpen} onClose={onClose} title={messages.keys.title} size="sm">
      {groups.map((group) => (
        <section key={group.title} className={classes.group}>
          <h3>{group.title}</h3>
          <dl className={classes.list}>
            {group.keys.map(([shortcut, does]) => (
              <div key={`${shortcut} ${does}`} className={classes.row}>
                <dt>{does}</dt>
                <dd>
                  <Keys shortcut={shortcut} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Modal>
  );
}
