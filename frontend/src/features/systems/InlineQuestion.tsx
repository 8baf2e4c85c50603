/** One question of a run, answered where it stands: each answer a button with its number as the key. */
import { Button, Tooltip } from "@mantine/core";
import { type KeyboardEvent, type ReactNode, useId, useState } from "react";
import { useVocabulary } from "@/api/catalogue";
import { useMay } from "@/api/scope";
import type { AttributeValue } from "@/api/types";
import { Keys } from "@/components/Keys";
import { messages } from "@/lib/messages";
import { type Offer, offerOf } from "./answers";
import classes from "./attributes.module.css";

interface InlineQuestionProps {
  objectType: string;
  attribute: string;
  ask: string;
  /** The value, and the words in which it was chosen. */
  onAnswer: (value: AttributeValue, said: string) => void;
  onDontKnow: () => void;
}

const words = messages.suggestions;

export function InlineQuestion({ objectType, attribute, ask, ...deeds }: InlineQuestionProps) {
  const vocabulary = useVocabulary().data;
  const mayEdit = useMay("edit_system");
  const offer = vocabulary && offerOf(objectType, attribute, ask, vocabulary);
  if (!offer || !mayEdit) return <p className={classes.inline}>{offer?.ask ?? ask}</p>;
  return <Answers offer={offer} {...deeds} />;
}

type AnswersProps = Pick<InlineQuestionProps, "onAnswer" | "onDontKnow"> & { offer: Offer };

export function Answers({ offer, onAnswer, onDontKnow }: AnswersProps) {
  const id = useId();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const { ask, help, answers, isSet } = offer;
  const said = answers.filter(({ value }) => chosen.includes(String(value))).map(({ label }) => label);
  const save = () => onAnswer([...chosen], said.join(", "));
  const choose = (index: number) => {
    const answer = answers[index];
    if (!answer) return;
    if (!isSet) return onAnswer(answer.value, answer.label);
    const value = String(answer.value);
    setChosen(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && event.target === event.currentTarget && chosen.length > 0) {
      event.preventDefault();
      save();
    }
    if (event.ctrlKey || event.metaKey || event.altKey || !/^\d$/.test(event.key)) return;
    event.preventDefault();
    if (event.key === "0") onDontKnow();
    else choose(Number(event.key) - 1);
  };
  return (
    // The keys work while any of the buttons has the focus; those are what is interactive.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Keys for the buttons inside.
    <div className={classes.inline} role="group" aria-labelledby={id} tabIndex={-1} data-question onKeyDown={onKeyDown}>
      <Tooltip label={help} multiline w={280} disabled={!help}>
        <span id={id}>{ask}</span>
      </Tooltip>
      <div className={classes.answers}>
        {answers.map(({ value, label }, index) => (
          <AnswerButton
            key={String(value)}
            shortcut={String(index + 1)}
            isPressed={isSet ? chosen.includes(String(value)) : undefined}
            onClick={() => choose(index)}
          >
            {label}
          </AnswerButton>
        ))}
        {isSet && chosen.length > 0 ? (
          <Button size="compact-xs" variant="filled" onClick={save}>
            {words.saveAnswer}
          </Button>
        ) : null}
        {isSet && chosen.length === 0 ? (
          <AnswerButton onClick={() => onAnswer([], words.noneOfThem)}>{words.noneOfThem}</AnswerButton>
        ) : null}
        <AnswerButton shortcut="0" isQuiet onClick={onDontKnow}>
          {words.dontKnow}
        </AnswerButton>
      </div>
    </div>
  );
}

interface AnswerButtonProps {
  shortcut?: string;
  isPressed?: boolean | undefined;
  isQuiet?: boolean;
  onClick: () => void;
  children: ReactNode;
}

function AnswerButton({ shortcut, isPressed, isQuiet = false, onClick, children }: AnswerButtonProps) {
  return (
    <Button size="compact-xs" variant={isQuiet ? "subtle" : "default"} aria-pressed={isPressed} onClick={onClick}>
      {children}
      {shortcut && Number(shortcut) < 10 ? <Keys shortcut={shortcut} /> : null}
    </Button>
  );
}
