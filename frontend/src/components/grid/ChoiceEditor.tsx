/** One or several of some choices, found by typing. Arrows go through them; with several, space takes or leaves one. */
import { Combobox, useCombobox } from "@mantine/core";
import { type KeyboardEvent, useState } from "react";
import { messages } from "@/lib/messages";
import { joined, partsOf } from "@/lib/table/reading";
import { type EditorProps, focusField, foundIn, onwardOf, useEnding } from "./editing";
import classes from "./grid.module.css";

interface ChoiceEditorProps extends EditorProps {
  choices: readonly string[];
  isMany: boolean;
  /** The word for having none, which can be chosen as well. */
  blank: string | undefined;
  before: string;
}

export function ChoiceEditor({ choices, isMany, blank, before, ...props }: ChoiceEditorProps) {
  const { label, isTyped, problem, problemId } = props;
  const [text, setText] = useState(isMany && !isTyped ? "" : props.text);
  const [isSearched, setIsSearched] = useState(isTyped);
  const [picked, setPicked] = useState(() => partsOf(isMany ? before : ""));
  const [focus] = useState(() => focusField(isTyped));
  const offered = blank === undefined || isMany ? choices : [blank, ...choices];
  const found = foundIn(offered, isSearched ? text : "");
  const [at, setAt] = useState(() => Math.max(isTyped ? 0 : -1, found.indexOf(text)));
  const current = found[Math.min(at, found.length - 1)];
  const box = useCombobox({ opened: true });
  const take = (choice: string) =>
    setPicked(picked.includes(choice) ? picked.filter((one) => one !== choice) : [...picked, choice]);
  /** What is kept: what was typed, or the choice that it leads to. */
  const result = (choice = current): string => {
    const typed = isSearched && text.trim() ? [choice ?? text] : [];
    if (isMany) return joined([...picked, ...typed.filter((one) => !picked.includes(one))]);
    const one = isSearched && text.trim() === "" ? "" : (choice ?? text);
    return one === blank ? "" : one;
  };
  const { keep, leave, letGo } = useEnding(props, () => result());
  const pick = (choice: string) => {
    if (isMany) take(choice);
    else keep("stay", choice === blank ? "" : choice);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    const onward = onwardOf(event);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setAt((Math.min(at, found.length - 1) + step + found.length) % Math.max(1, found.length));
    else if (onward) keep(onward);
    else if (event.key === " " && isMany && current) {
      take(current);
      setText("");
      setIsSearched(false);
      setAt(offered.indexOf(current));
    } else if (event.key === "Escape") letGo();
    else return;
    event.preventDefault();
  };
  return (
    <Combobox
      store={box}
      onOptionSubmit={pick}
      position="bottom-start"
      width="max-content"
      transitionProps={{ duration: 0 }}
      // Beside the table and not at the end of the page, so that it stands among what it belongs to.
      portalProps={{ target: "#content" }}
    >
      <Combobox.Target withKeyboardNavigation={false} withAriaAttributes={false}>
        <input
          ref={focus}
          type="text"
          role="combobox"
          autoComplete="off"
          className={classes.field}
          aria-expanded={found.length > 0}
          aria-controls={found.length > 0 ? "grid-choices" : undefined}
          aria-activedescendant={current === undefined ? undefined : `grid-choice-${found.indexOf(current)}`}
          aria-label={label}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? problemId : undefined}
          placeholder={isMany ? joined(picked) : undefined}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setIsSearched(true);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
          onBlur={leave}
        />
      </Combobox.Target>
      <Combobox.Dropdown onMouseDown={(event) => event.preventDefault()}>
        {found.length === 0 ? <Combobox.Empty role="status">{messages.workbench.nothingFound}</Combobox.Empty> : null}
        <Combobox.Options
          id="grid-choices"
          hidden={found.length === 0}
          aria-label={label}
          aria-multiselectable={isMany || undefined}
          mah={260}
          className={classes.options}
        >
          {found.map((choice, index) => (
            <Choice
              key={choice}
              id={`grid-choice-${index}`}
              isCurrent={choice === current}
              isMarked={isMany}
              isPicked={isMany ? picked.includes(choice) : choice === current}
            >
              {choice}
            </Choice>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

interface ChoiceProps {
  id: string;
  children: string;
  isCurrent: boolean;
  isPicked: boolean;
  isMarked: boolean;
}

function Choice({ id, children, isCurrent, isPicked, isMarked }: ChoiceProps) {
  return (
    <Combobox.Option
      id={id}
      value={children}
      aria-selected={isPicked}
      data-current={isCurrent || undefined}
      ref={(option) => {
        if (isCurrent) option?.scrollIntoView({ block: "nearest" });
      }}
    >
      {isPicked && isMarked ? "✓ " : ""}
      {children}
    </Combobox.Option>
  );
}
