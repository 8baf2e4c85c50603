/** Answering the questions of a run: each answer is saved at once, and when answers pause a new run takes them up. */
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { type Asked, useAnswer, useIsSaid } from "@/api/answers";
import { suggestedNow } from "@/api/findings";
import { keys } from "@/api/keys";
import { isUnfinished, useStartRun } from "@/api/runs";
import { useMay, useSystemScope } from "@/api/scope";
import type { AttributeValue, Finding, Question, Run } from "@/api/types";
import { showToast } from "@/components/toasts";
import { messages } from "@/lib/messages";
import { type Changes, changesBetween } from "./settling";

const words = messages.suggestions;
/** So long nobody has to answer until the answers are taken up. */
const PAUSE = 1_200;

export interface Answering {
  /** Those that nobody has answered or set aside, best first. */
  questions: Question[];
  isSaid: (asked: Asked) => boolean;
  answer: (question: Question, value: AttributeValue, said: string) => void;
  setAside: (question: Question) => void;
  /** Whether a run that answers have started is on its way. */
  isLooking: boolean;
  isWaiting: boolean;
  changes: Changes | null;
  error: unknown;
}

const keyOf = ({ object, attribute }: Asked): string => `${object} ${attribute}`;

export function useAnswering(run: Run | null): Answering {
  const answer = useAnswer();
  const isSaid = useIsSaid();
  const [aside, setAside] = useState<ReadonlySet<string>>(new Set());
  const [error, setError] = useState<unknown>(null);
  const [saving, setSaving] = useState(0);
  const { answered, ...looking } = useLookingAgain(run, saving > 0);

  const save = (question: Question, value: AttributeValue | null, said: string) => {
    setError(null);
    setSaving((count) => count + 1);
    answer(question, value)
      .then(() => {
        answered();
        if (value !== null) showToast(words.answered(question.name, said), () => save(question, null, ""));
      }, setError)
      .finally(() => setSaving((count) => count - 1));
  };

  return {
    ...looking,
    questions: useQuestionsOf(run).filter((one) => !aside.has(keyOf(one)) && !isSaid(one)),
    isSaid,
    answer: save,
    setAside: (question) => setAside(new Set([...aside, keyOf(question)])),
    error,
  };
}

/** The questions of the last run that came to its end; they stay while the next one is on its way. */
function useQuestionsOf(run: Run | null): readonly Question[] {
  const [last, setLast] = useState<Run | null>(null);
  if (run?.state === "done" && run.finished_at && run !== last) setLast(run);
  return last?.questions ?? [];
}

/** A run of its own after answers, once they pause and no other run is on its way; and what it changed. */
function useLookingAgain(run: Run | null, isSaving: boolean) {
  const { system } = useSystemScope();
  const queries = useQueryClient();
  const start = useStartRun();
  const mayRun = useMay("run");
  const [isWaiting, setIsWaiting] = useState(false);
  const [answers, setAnswers] = useState(0);
  const [own, setOwn] = useState<string | null>(null);
  const [changes, setChanges] = useState<Changes | null>(null);
  const before = useRef<readonly Finding[]>([]);
  const isBusy = isSaving || start.isPending || isUnfinished(run ?? undefined);
  const { mutate } = start;

  useEffect(() => {
    if (!isWaiting || isBusy || !mayRun) return;
    const timer = setTimeout(() => {
      before.current = suggestedNow(queries, system);
      setIsWaiting(false);
      mutate(undefined, { onSuccess: ({ id }) => setOwn(id) });
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [isWaiting, answers, isBusy, mayRun, mutate, queries, system]);

  const isOver = own !== null && run?.id === own && run.finished_at !== null;
  useEffect(() => {
    if (!isOver) return;
    void queries.invalidateQueries({ queryKey: keys.system(system, "findings") }).then(() => {
      setChanges(changesBetween(before.current, suggestedNow(queries, system)));
      setOwn(null);
    });
  }, [isOver, queries, system]);

  const answered = () => {
    setChanges(null);
    setAnswers((count) => count + 1);
    setIsWaiting(true);
  };
  return { answered, isWaiting, isLooking: start.isPending || own !== null, changes };
}
