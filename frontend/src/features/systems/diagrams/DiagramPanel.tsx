/** One diagram at the side: its title, what it is for, and how much stands on it. */
import { useArrangement } from "@/api/parts";
import { useSaver } from "@/api/saver";
import { useMay } from "@/api/scope";
import type { Diagram } from "@/api/types";
import { Conflicts } from "@/components/Conflicts";
import form from "@/components/form.module.css";
import { SavedMarkdown } from "@/components/SavedMarkdown";
import { SavedText } from "@/components/SavedText";
import { messages } from "@/lib/messages";
import attributes from "../attributes.module.css";

const words = messages.diagrams;

export function DiagramPanel({ diagram }: { diagram: Diagram }) {
  const isDisabled = !useMay("edit_system");
  const saver = useSaver("diagrams", diagram.id);
  const placements = useArrangement(diagram.id).data?.placements ?? [];
  const elements = placements.filter(({ element }) => element).length;
  return (
    <>
      <Conflicts conflicts={saver.conflicts} onKeepTheirs={saver.keepTheirs} onUseMine={saver.useMine} />
      <div className={attributes.fields}>
        <SavedText
          label={words.title}
          isRequired
          value={diagram.title}
          isDisabled={isDisabled}
          error={saver.problemOf("title")}
          onSave={(title) => saver.save({ title })}
        />
        <SavedMarkdown
          label={words.purpose}
          value={diagram.description}
          isDisabled={isDisabled}
          onSave={(description) => saver.save({ description })}
        />
      </div>
      <p className={form.note}>{words.holds(elements, placements.length - elements)}</p>
    </>
  );
}
