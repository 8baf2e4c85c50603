/** A text until it is sent, which then waits for the server itself. It outlives the panel and a reload, in this browser tab. */
import { useSessionStorage } from "@mantine/hooks";

export function useDraft(name: string, saved: string, onSend: (text: string) => void) {
  const [value, setValue, forget] = useSessionStorage({
    key: `bifocal-comment-${name}`,
    defaultValue: saved,
    getInitialValueInEffect: false,
  });
  const send = () => {
    if (!value.trim()) return;
    onSend(value.trim());
    forget();
  };
  return { value, setValue, send };
}
