/** The questions of the last run, each with its answers. */
import type { Finding } from "@/api/types";
import { PanelBoundary } from "@/components/PanelBoundary";
import { Questions } from "@/features/analysis/Questions";
import type { Answering } from "@/features/analysis/useAnswering";
import { InlineQuestion } from "@/features/systems/InlineQuestion";

export function OpenQuestions({ answering, findings }: { answering: Answering; findings: readonly Finding[] }) {
  return (
    <PanelBoundary>
      <Questions
        answering={answering}
        findings={findings}
        answer={(question) => (
          <InlineQuestion
            objectType={question.object_type}
            attribute={question.attribute}
            ask={question.ask}
            onAnswer={(value, said) => answering.answer(question, value, said)}
            onDontKnow={() => answering.setAside(question)}
          />
        )}
      />
    </PanelBoundary>
  );
}
