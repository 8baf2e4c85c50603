/** The keys of the app, as the list shows them. */
import type { KeyGroup } from "@/components/KeyHelp";
import { messages } from "@/lib/messages";

const words = messages.keys;

export const KEY_GROUPS: readonly KeyGroup[] = [
  {
    title: words.everywhere,
    keys: [
      ["mod+k", words.search],
      ["?", words.help],
      ["u", words.undo],
      ["escape", words.escape],
    ],
  },
  {
    title: words.suggestions,
    keys: [
      ["s", words.suggest],
      ["j", words.next],
      ["k", words.previous],
      ["arrowright", words.otherLane],
      ["arrowleft", words.thisLane],
      ["enter", words.expand],
      ["a", words.accept],
      ["d", words.dismiss],
      ["e", words.edit],
      ["x", words.select],
      ["p", words.path],
      ["c", words.counterpart],
      ["q", words.questions],
      ["1", words.answer],
      ["0", words.dontKnow],
    ],
  },
];
