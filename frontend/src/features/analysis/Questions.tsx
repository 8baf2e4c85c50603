/** The questions of the last run whose answers would settle most. They are answered here, and the next run takes them up. */
import type { ReactNode } from "react";
import type { Question } from "@/api/types";
import { messages } from "@/lib/messages";
import classes from "./analysis.module.css";

const words = messages.suggestions;
const MOST = 9;

interface QuestionsProps {
  questions: readonly Question[];
  answer: (question: Question) => ReactNode;
}

export function Questions({ questions, answer }: QuestionsProps) {
  const first = questions.slice(0, MOST);
  const settled = new Set(first.flatMap((question) => question.suggestions)).size;
  if (first.length === 0) return null;
  return (
    <details className={classes.questions}>
      <summary>{words.questionsTitle(first.length, settled)}</summary>
      <ol>
        {first.map((question) => (
          <li key={`${question.object} ${question.attribute}`}>
            <div className={classes.about}>
              {words.questionOf(question.name)}, {words.questionSettles(question.suggestions.length)}
            </div>
            {answer(question)}
          </li>
        ))}
      </ol>
    </details>
  );
}
