/** Where the short notes appear. */
import { CloseButton, UnstyledButton } from "@mantine/core";
import { messages } from "@/lib/messages";
import { Keys } from "./Keys";
import { dismissToast, type Toast, useToasts } from "./toasts";
import classes from "./Toaster.module.css";

export function Toaster() {
  return (
    <div className={classes.place} role="status" aria-live="polite">
      {useToasts().map((toast) => (
        <Note key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

function Note({ toast }: { toast: Toast }) {
  const undo = () => {
    dismissToast(toast.id);
    toast.undo?.();
  };
  return (
    <div className={classes.toast}>
      <span>{toast.text}</span>
      {toast.undo ? (
        <UnstyledButton className={classes.undo} onClick={undo}>
          {messages.common.undo} <Keys shortcut="u" />
        </UnstyledButton>
      ) : null}
      <CloseButton size="sm" aria-label={messages.common.close} onClick={() => dismissToast(toast.id)} />
    </div>
  );
}
