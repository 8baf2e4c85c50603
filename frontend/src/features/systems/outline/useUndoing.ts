/** Undo and redo by key, wherever on the page the focus is; in a field they stay the keys of that. */
import { useEffect, useState } from "react";
import { useDeeds } from "@/api/useDeeds";
import { messages } from "@/lib/messages";
import { isShortcut, isTyping } from "@/lib/shortcuts";

const words = messages.deeds;

export function useUndoing() {
  const deeds = useDeeds();
  const [said, setSaid] = useState("");
  // The same words twice are read twice only when they differ.
  const say = (text: string) => setSaid((before) => (before === text ? `${text}\u00a0` : text));
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event.target)) return;
      const isRedo = isShortcut(event, "mod+shift+z") || isShortcut(event, "mod+y");
      if (!isRedo && !isShortcut(event, "mod+z")) return;
      event.preventDefault();
      void (isRedo ? redone(deeds) : undone(deeds)).then(say);
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [deeds]);
  return {
    said,
    undo: () => void undone(deeds).then(say),
    redo: () => void redone(deeds).then(say),
  };
}

type Way = ReturnType<typeof useDeeds>;

async function undone(deeds: Way): Promise<string> {
  const what = await deeds.undo();
  return what ? words.undone(what) : words.nothingToUndo;
}

async function redone(deeds: Way): Promise<string> {
  const what = await deeds.redo();
  return what ? words.redone(what) : words.nothingToRedo;
}
