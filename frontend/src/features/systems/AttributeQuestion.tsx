/** One question about an element or a flow. Unknown is an answer; what is inherited is marked. */
import { MultiSelect, Select, Tooltip } from "@mantine/core";
import { type ReactNode, useId } from "react";
import type { AttributeSpec } from "@/api/knowledge";
import type { AttributeValue, EffectiveAttribute } from "@/api/types";
import { Choice } from "@/components/Choice";
import { messages } from "@/lib/messages";
import { wordsOf } from "@/lib/text";
import { useAsked } from "./AskedContext";
import classes from "./attributes.module.css";

interface AttributeQuestionProps {
  name: string;
  spec: AttributeSpec;
  found: EffectiveAttribute | undefined;
  isDisabled: boolean;
  /** Says where an inherited answer was given. */
  origin?: ReactNode;
  /** Null makes it unknown. */
  onAnswer: (value: AttributeValue | null) => void;
}

const words = messages.common;
// Some questions have an answer that is called "unknown": nobody has looked. Not to know even that is another thing.
const UNKNOWN = "";
const NONE = "none of them";
const BOOL = [
  { value: "true", label: words.yes },
  { value: "false", label: words.no },
  { value: UNKNOWN, label: words.unknown },
];

export function AttributeQuestion(props: AttributeQuestionProps) {
  const { name, spec, found, isDisabled, origin } = props;
  const id = useId();
  const { isAsked, place } = useAsked(name);
  const isInherited = found !== undefined && found.from !== "own";
  return (
    <div
      ref={place}
      className={classes.question}
      tabIndex={isAsked ? -1 : undefined}
      data-asked={isAsked || undefined}
      role="group"
      aria-labelledby={id}
      data-unknown={found === undefined || undefined}
      data-attribute={name}
    >
      <div className={classes.ask}>
        <Tooltip label={spec.help} multiline w={280} disabled={!spec.help}>
          <span id={id}>{spec.ask}</span>
        </Tooltip>
        {isInherited ? origin : null}
      </div>
      <div inert={isDisabled}>
        <Answer {...props} />
      </div>
    </div>
  );
}

function Answer(props: AttributeQuestionProps) {
  if (props.spec.type === "bool") return <BoolAnswer {...props} />;
  return props.spec.type === "set" ? <SetAnswer {...props} /> : <EnumAnswer {...props} />;
}

function BoolAnswer({ spec, found, isDisabled, onAnswer }: AttributeQuestionProps) {
  const value = typeof found?.value === "boolean" ? String(found.value) : UNKNOWN;
  return (
    <Choice
      label={spec.ask}
      value={value}
      options={BOOL}
      isDisabled={isDisabled}
      onChange={(answer) => onAnswer(answer === UNKNOWN ? null : answer === "true")}
    />
  );
}

const optionsOf = (spec: AttributeSpec) =>
  spec.values.map((value) => ({ value, label: spec.value_labels[value] ?? wordsOf(value) }));

function EnumAnswer({ spec, found, isDisabled, onAnswer }: AttributeQuestionProps) {
  return (
    <Select
      aria-label={spec.ask}
      data={[{ value: UNKNOWN, label: words.unknown }, ...optionsOf(spec)]}
      value={typeof found?.value === "string" ? found.value : UNKNOWN}
      disabled={isDisabled}
      onChange={(value) => onAnswer(value || null)}
    />
  );
}

/** An empty set says "none of them", which is an answer; a field without any choice is unknown. */
function SetAnswer({ spec, found, isDisabled, onAnswer }: AttributeQuestionProps) {
  const chosen = Array.isArray(found?.value) ? found.value : null;
  const answer = (values: string[]) => {
    const isNoneNew = values.includes(NONE) && chosen?.length !== 0;
    const named = values.filter((value) => value !== NONE);
    if (isNoneNew) return onAnswer([]);
    onAnswer(named.length > 0 ? named : null);
  };
  return (
    <MultiSelect
      aria-label={spec.ask}
      placeholder={chosen === null ? words.unknown : ""}
      data={[...optionsOf(spec), { value: NONE, label: words.none }]}
      value={chosen?.length === 0 ? [NONE] : (chosen ?? [])}
      disabled={isDisabled}
      onChange={answer}
      hidePickedOptions
    />
  );
}
