/** Removing with a way back: the note that tells of it offers it. */
import { messages } from "@/lib/messages";
import { showToast } from "./toasts";

type Remove = (id: string) => Promise<{ takeBack: () => void; takenBack: Promise<void> }>;

/** `remove` fails where the server refuses; that is told elsewhere. */
export const useRemoval = (remove: Remove) => (id: string, name: string) =>
  void remove(id).then(
    ({ takeBack, takenBack }) => showToast(messages.common.removed(name), takeBack, takenBack),
    () => undefined,
  );
