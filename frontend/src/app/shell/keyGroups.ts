/** The keys of the app, as the list shows them. */
import type { KeyGroup } from "@/components/KeyHelp";
import { messages } from "@/lib/messages";

const words = messages.keys;

const drawing = messages.workbench.keys;

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
  {
    title: drawing.title,
    keys: [
      ["/", drawing.add],
      ["tab", drawing.next],
      ["f2", drawing.rename],
      ["c", drawing.connect],
      ["arrowright", drawing.move],
      ["alt+arrowright", drawing.size],
      [".", drawing.flows],
      ["b", drawing.bend],
      ["x", drawing.also],
      ["mod+a", drawing.all],
      ["mod+g", drawing.group],
      ["mod+d", drawing.duplicate],
      ["mod+c", drawing.copy],
      ["n", drawing.neighbours],
      ["delete", drawing.remove],
      ["shift+delete", drawing.removeFromModel],
      ["mod+z", drawing.undo],
      ["mod+shift+z", drawing.redo],
      ["e", drawing.exposure],
      ["l", drawing.lens],
      ["0", drawing.fit],
      ["9", drawing.zoom],
    ],
  },
];
