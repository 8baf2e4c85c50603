/** A list of what is at stake, of one kind: rows that open at the side, and a field that adds another. */
import { Button, TextInput } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useMay } from "@/api/scope";
import form from "@/components/form.module.css";
import { Section } from "@/components/Section";
import classes from "./stake.module.css";

export interface StakeLine {
  id: string;
  title: string;
  note?: ReactNode;
}

interface StakeListProps {
  title: string;
  about: string;
  empty: string;
  addLabel: string;
  fieldLabel: string;
  lines: readonly StakeLine[];
  selected: string | undefined;
  isAdding: boolean;
  onAdd: (text: string, onAdded: () => void) => void;
  /** What stands below the list. */
  children?: ReactNode;
}

export function StakeList({ title, about, empty, lines, selected, children, ...adding }: StakeListProps) {
  const mayEdit = useMay("edit_system");
  return (
    <Section title={title} about={about}>
      {lines.length === 0 ? <p className={form.note}>{empty}</p> : null}
      <ul className={classes.list}>
        {lines.map((line) => (
          <li key={line.id}>
            <Link
              from="/w/$workspace/systems/$system/stake"
              to="."
              search={{ show: line.id }}
              className={classes.line}
              aria-current={selected === line.id || undefined}
            >
              <span>{line.title}</span>
              <small>{line.note}</small>
            </Link>
          </li>
        ))}
      </ul>
      {mayEdit ? <Adding {...adding} /> : null}
      {children}
    </Section>
  );
}

function Adding({
  addLabel,
  fieldLabel,
  isAdding,
  onAdd,
}: Pick<StakeListProps, "addLabel" | "fieldLabel" | "isAdding" | "onAdd">) {
  const [text, setText] = useState("");
  const submit = () => {
    // What was typed stays until it is kept.
    if (text.trim()) onAdd(text.trim(), () => setText(""));
  };
  return (
    <form className={`${form.inline} ${classes.adding}`} action={submit}>
      <TextInput
        aria-label={fieldLabel}
        placeholder={fieldLabel}
        value={text}
        maxLength={300}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" disabled={!text.trim()} loading={isAdding}>
        {addLabel}
      </Button>
    </form>
  );
}
