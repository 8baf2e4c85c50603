/** Stands in a form: while something in it is written and not saved, whoever leaves the page is asked first. */
import { Button, Modal } from "@mantine/core";
import { useBlocker } from "@tanstack/react-router";
import { messages } from "@/lib/messages";
import form from "./form.module.css";

const words = messages.unsaved;
interface Address {
  pathname: string;
  search: object;
}

interface AskBeforeLeavingProps {
  isOn: boolean;
  /** Further parts of the address without which the form is not there. Filters stand in it too; they take no form away. */
  standsOn?: readonly string[];
}

export function AskBeforeLeaving({ isOn, standsOn = [] }: AskBeforeLeavingProps) {
  const isElsewhere = ({ current, next }: { current: Address; next: Address }) => {
    const [before, after] = [current.search, next.search] as [Record<string, unknown>, Record<string, unknown>];
    return current.pathname !== next.pathname || standsOn.some((name) => before[name] !== after[name]);
  };
  const leaving = useBlocker({
    shouldBlockFn: isElsewhere,
    enableBeforeUnload: isOn,
    disabled: !isOn,
    withResolver: true,
  });
  return (
    <Modal opened={leaving.status === "blocked"} onClose={() => leaving.reset?.()} title={words.title} size="sm">
      <p>{words.about}</p>
      <div className={form.actions}>
        <Button variant="filled" data-autofocus onClick={leaving.reset}>
          {words.stay}
        </Button>
        <Button variant="subtle" onClick={leaving.proceed}>
          {words.leave}
        </Button>
      </div>
    </Modal>
  );
}
