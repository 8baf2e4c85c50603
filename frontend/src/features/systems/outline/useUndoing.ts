/** Undo and redo by key, wherever on the page the focus is; in a field they stay the keys of that. */
import { useEffect, useState } from "react";
import { useDeeds } from "@/api/useDeeds";
import { messages } from "@/lib/messages";
import { isShortcut, isTyping } from "@/lib/shortcuts";

const words = messages.deeds;

export function useUndoing() {
  const deeds = useDeeds();
  const [said, setSaid] = useState("");
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event.target)) return;
      const isRedo = isShortcut(event, "mod+shift+z") || isShortcut(event, "mod+y");
      if (!isRedo && !isShortcut(event, "mod+z")) return;
      event.preventDefault();
      void (isRedo ? redone(deeds) : undone(deeds)).then(setSaid);
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [deeds]);
  return {
    said,
    undo: () => void undone(deeds).then(setSaid),
    redo: () => void redone(deeds).then(setSaid),
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
