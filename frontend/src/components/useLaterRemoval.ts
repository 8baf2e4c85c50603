/** Removing with undo: nothing is gone until the note that offers the way back has left. */
import { useEffect, useRef } from "react";
import { messages } from "@/lib/messages";
import { hide, unhide } from "./hidden";
import { showToast } from "./toasts";

const SECOND_THOUGHTS = 7_000;

interface Removal {
  remove: (id: string, name: string) => void;
}

/** `remove` hides at once; the removal itself happens later, or when the page is left. */
export function useLaterRemoval(removeForGood: (id: string) => void): Removal {
  const latest = useRef(removeForGood);
  useEffect(() => {
    latest.current = removeForGood;
  });
  const remove = (id: string, name: string) => {
    hide(id);
    const finish = () => {
      clearTimeout(timer);
      window.removeEventListener("pagehide", finish);
      latest.current(id);
    };
    const timer = setTimeout(finish, SECOND_THOUGHTS);
    window.addEventListener("pagehide", finish);
    showToast(messages.common.removed(name), () => {
      clearTimeout(timer);
      window.removeEventListener("pagehide", finish);
      unhide(id);
    });
  };
  return { remove };
}
