/** Undo and redo in the outline, by key and by button. */
import { useState } from "react";
import { useDeeds } from "@/api/useDeeds";
import { messages } from "@/lib/messages";
import { useUndoKeys } from "../useUndoKeys";

const words = messages.deeds;

export function useUndoing() {
  const deeds = useDeeds();
  const [said, setSaid] = useState("");
  // The same words twice are read twice only when they differ.
  const say = (text: string) => setSaid((before) => (before === text ? `${text}\u00a0` : text));
  const ways = {
    undo: () => void undone(deeds).then(say),
    redo: () => void redone(deeds).then(say),
  };
  useUndoKeys(ways);
  return { said, ...ways };
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
