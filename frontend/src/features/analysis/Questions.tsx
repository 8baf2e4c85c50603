/** The questions whose answers would settle most, answered where they stand; the suggestions follow by themselves. */
import { Button } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useMay } from "@/api/scope";
import type { Finding, Question } from "@/api/types";
import { ErrorPanel } from "@/components/ErrorPanel";
import { useShortcuts } from "@/components/useShortcuts";
import { messages } from "@/lib/messages";
import { settledBy } from "./settling";
import type { Answering } from "./useAnswering";
import classes from "./analysis.module.css";

const words = messages.suggestions;
const FIRST = 3;
const STEP = 6;

interface QuestionsProps {
  answering: Answering;
  findings: readonly Finding[];
  answer: (question: Question) => ReactNode;
}

export function Questions({ answering, findings, answer }: QuestionsProps) {
  const isNarrow = useMediaQuery("(max-width: 768px)", false, { getInitialValueInEffect: false });
  const [most, setMost] = useState(FIRST);
  const [isOpen, setIsOpen] = useState(!isNarrow);
  const { questions } = answering;
  const shown = questions.slice(0, most);
  const { list, goTo } = useNextQuestion(shown[0]);
  useShortcuts({
    q: () => {
      setIsOpen(true);
      requestAnimationFrame(goTo);
    },
  });
  const status = statusOf(answering, useMay("run"));
  if (questions.length === 0 && !status) return null;
  const { settled, borneOn } = settledBy(shown, findings, answering.isSaid);
  return (
    <details
      className={classes.questions}
      open={isOpen}
      onToggle={(event) => setIsOpen(event.currentTarget.open)}
      ref={list}
    >
      <summary>
        <span>{titleOf(shown.length, settled, borneOn)}</span>
        <span className={classes.status} role="status">
          {status}
        </span>
      </summary>
      {answering.error ? <ErrorPanel error={answering.error} title={messages.errors.notSaved} /> : null}
      <ol>
        {shown.map((question) => (
          <li key={`${question.object} ${question.attribute}`}>
            <div className={classes.about}>
              {question.name}
              {question.suggestions.length > 0 ? ` · ${words.questionBears(question.suggestions.length)}` : null}
            </div>
            {answer(question)}
          </li>
        ))}
      </ol>
      {questions.length > most ? (
        <Button variant="subtle" size="compact-xs" m="0 8px 8px" onClick={() => setMost(most + STEP)}>
          {words.moreQuestions}
        </Button>
      ) : null}
    </details>
  );
}

function titleOf(count: number, settled: number, borneOn: number): string {
  if (count === 0) return words.questionsNone;
  if (borneOn === 0) return words.questionsOpen(count);
  return settled > 0 ? words.questionsTitle(count, settled) : words.questionsBear(count, borneOn);
}

function statusOf({ isWaiting, isLooking, changes }: Answering, mayRun: boolean): string {
  if (isWaiting) return mayRun ? words.answerWaits : words.answerForNextRun;
  if (isLooking) return words.lookingAgain;
  return changes ? words.changed(changes.certain, changes.gone, changes.added) : "";
}

/** Keeps the keyboard among the questions: where an answered one goes away, the next one takes the focus. */
function useNextQuestion(first: Question | undefined) {
  const list = useRef<HTMLDetailsElement>(null);
  const wasInside = useRef(false);
  const goTo = () => list.current?.querySelector<HTMLElement>("[data-question]")?.focus();
  useEffect(() => {
    const onFocus = () => {
      wasInside.current = list.current?.contains(document.activeElement) ?? false;
    };
    document.addEventListener("focusin", onFocus);
    return () => document.removeEventListener("focusin", onFocus);
  }, []);
  const key = first ? `${first.object} ${first.attribute}` : "";
  useEffect(() => {
    // Focus is on the page itself where what had it has gone.
    if (wasInside.current && document.activeElement === document.body) goTo();
  }, [key]);
  return { list, goTo };
}
