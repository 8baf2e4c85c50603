/** What people do to the row of diagrams; each is a deed that can be taken back. */
import type { Operation } from "@/api/operations";
import type { Diagram } from "@/api/types";
import { useDeeds } from "@/api/useDeeds";
import { showToast } from "@/components/toasts";
import { messages } from "@/lib/messages";
import type { Scene } from "../canvas/scene";
import { blankDiagram, copiedDiagram, diagramOf, moveDiagram } from "./operations";

const words = messages.diagrams;

export interface DiagramDeeds {
  blank: () => void;
  copy: () => void;
  split: (ids: ReadonlySet<string>) => void;
  /** The diagram as it was when the naming began. */
  rename: (seen: Diagram, title: string) => void;
  move: (diagram: Diagram, to: number) => void;
  remove: (diagram: Diagram) => void;
}

interface Around {
  diagrams: readonly Diagram[];
  current: Diagram | undefined;
  scene: Scene | undefined;
  /** Called when a diagram has been added and can be shown. */
  onAdded: (id: string) => void;
  onRemoved: (id: string) => void;
}

export function useDiagramDeeds({ diagrams, current, scene, onAdded, onRemoved }: Around): DiagramDeeds {
  const deeds = useDeeds();
  const act = (said: string, operations: Operation[]) => deeds.attempt({ words: said, operations });
  const add = ({ id, title, operations }: ReturnType<typeof blankDiagram>) =>
    void act(words.added(title), operations).then((done) => done && onAdded(id));
  return {
    blank: () => scene && add(blankDiagram(diagrams, scene, words.newTitle)),
    copy: () => scene && add(copiedDiagram(diagrams, scene, words.copyOf(current?.title ?? ""))),
    split: (ids) => scene && add(diagramOf(diagrams, scene, words.newTitle, ids)),
    rename: ({ id, version }, title) =>
      void act(words.renamed(title), [{ op: "change", type: "diagram", id, values: { title }, version }]),
    move: ({ id, title }, to) => {
      const operations = moveDiagram(diagrams, id, to);
      if (operations.length > 0) void act(words.moved(title), operations);
    },
    remove: ({ id, title }) => {
      if (diagrams.length < 2) return;
      onRemoved(id);
      void act(words.removed(title), [{ op: "delete", type: "diagram", id }]).then(
        (done) => done && showToast(words.isRemoved(title), done.takeBack, done.takenBack),
      );
    },
  };
}
