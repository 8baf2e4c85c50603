/** Two people changed the same: both values, and the choice between them. */
import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { messages } from "@/lib/messages";
import { fieldName } from "@/lib/vocabulary";
import form from "./form.module.css";
import states from "./states.module.css";

interface ConflictsProps {
  /** `about` names what the field belongs to, where the place does not say it. */
  conflicts: readonly { field: string; yours: string; theirs: string; by: string; about?: unknown }[];
  title?: ReactNode;
  onKeepTheirs: () => void;
  onUseMine: () => void;
}

const words = messages.errors;

export function Conflicts({ conflicts, title = words.conflictTitle, onKeepTheirs, onUseMine }: ConflictsProps) {
  if (conflicts.length === 0) return null;
  return (
    <div className={states.panel} role="alert">
      <p className={states.title}>{title}</p>
      {conflicts.map((conflict) => (
        <div key={`${String(conflict.about)} ${conflict.field}`}>
          {typeof conflict.about === "string" && conflict.about ? <strong>{conflict.about}: </strong> : null}
          {words.conflict(conflict.by, fieldName(conflict.field.replace("attributes.", "")))}
          <ul className={states.problems}>
            <li>
              <span>{words.theirs}</span>
              <span>{conflict.theirs}</span>
            </li>
            <li>
              <span>{words.mine}</span>
              <span>{conflict.yours}</span>
            </li>
          </ul>
        </div>
      ))}
      <div className={form.actions}>
        <Button onClick={onKeepTheirs}>{words.keepTheirs}</Button>
        <Button onClick={onUseMine}>{words.useMine}</Button>
      </div>
    </div>
  );
}
