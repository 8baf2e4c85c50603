/** Stands in a form: while something in it is written and not saved, whoever leaves the page is asked first. */
import { Button, Modal } from "@mantine/core";
import { useBlocker } from "@tanstack/react-router";
import { messages } from "@/lib/messages";
import form from "./form.module.css";

const words = messages.unsaved;
/** Filters stand in the address too; they take no form away. */
const isOtherPage = ({ current, next }: { current: { pathname: string }; next: { pathname: string } }) =>
  current.pathname !== next.pathname;

export function AskBeforeLeaving({ isOn }: { isOn: boolean }) {
  const leaving = useBlocker({
    shouldBlockFn: isOtherPage,
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
