/** A text until it is sent. It outlives the panel and a reload, in this browser tab. */
import { useSessionStorage } from "@mantine/hooks";
import { useState } from "react";

export function useDraft(name: string, saved: string, onSend: (text: string) => Promise<unknown>) {
  const [value, setValue, forget] = useSessionStorage({
    key: `bifocal-comment-${name}`,
    defaultValue: saved,
    getInitialValueInEffect: false,
  });
  const [isSending, setIsSending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const send = () => {
    if (isSending || !value.trim()) return;
    setIsSending(true);
    setError(null);
    onSend(value.trim())
      .then(forget, setError)
      .finally(() => setIsSending(false));
  };
  return { value, setValue, isSending, error, send };
}
