/** The keys of the app, as the list shows them. */
import type { KeyGroup } from "@/components/KeyHelp";
import { messages } from "@/lib/messages";

const words = messages.keys;

const drawing = messages.workbench.keys;
const tree = messages.outline.keys;
const table = messages.grid.keys;

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
  {
    title: tree.title,
    keys: [
      ["arrowright", tree.walk],
      ["a–z", tree.find],
      ["enter", tree.open],
      ["f2", tree.rename],
      ["/", tree.add],
      [">", tree.connect],
      ["alt+arrowright", tree.into],
      ["alt+arrowleft", tree.out],
      ["mod+space", tree.select],
      ["shift+arrowdown", tree.more],
      ["mod+x", tree.move],
      ["mod+g", tree.group],
      ["mod+shift+g", tree.ungroup],
      ["mod+d", tree.duplicate],
      ["delete", tree.remove],
      ["mod+z", tree.undo],
      ["mod+shift+z", tree.redo],
    ],
  },
  {
    title: table.title,
    keys: [
      ["arrowright", table.move],
      ["home", table.ends],
      ["mod+home", table.corners],
      ["f2", table.edit],
      ["enter", table.save],
      ["escape", table.escape],
      ["shift+arrowdown", table.select],
      ["shift+space", table.rows],
      ["mod+space", table.columns],
      ["mod+a", table.all],
      ["delete", table.clear],
      ["mod+d", table.fill],
      ["mod+c", table.copy],
      ["mod+enter", table.add],
      ["mod+shift+d", table.duplicate],
      ["alt+enter", table.open],
      ["enter", table.sort],
      ["mod+z", tree.undo],
      ["mod+shift+z", tree.redo],
    ],
  },
];
