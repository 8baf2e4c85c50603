/** Two people changed the same: both values, and the choice between them. */
import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { messages } from "@/lib/messages";
import { wordsOf } from "@/lib/text";
import { fieldLabel, fieldName } from "@/lib/vocabulary";
import form from "./form.module.css";
import states from "./states.module.css";

interface ConflictsProps {
  /** `about` names what the field belongs to, where the place does not say it. */
  conflicts: readonly { field: string; yours: unknown; theirs: unknown; by: string; about?: unknown }[];
  title?: ReactNode;
  onKeepTheirs: () => void;
  onUseMine: () => void;
}

const words = messages.errors;
const { yes, no, none, unknown } = messages.common;
/** Fields whose values are words of the server, and none that somebody wrote. */
const SAID_BY_SERVER = /^(attributes\..*|kind|trust|status)$/;

function shown(value: unknown, field: string): string {
  if (typeof value === "boolean") return value ? yes : no;
  if (Array.isArray(value) && value.length > 0) return value.map((one) => shown(one, field)).join(", ");
  if (typeof value === "number") return String(value);
  if (typeof value === "string" && value !== "") return SAID_BY_SERVER.test(field) ? wordsOf(value) : value;
  const parts = Object.entries(value && typeof value === "object" ? value : {});
  if (parts.length > 0) return parts.map(([name, part]) => `${fieldLabel(name)}: ${shown(part, field)}`).join(", ");
  return field.startsWith("attributes.") ? unknown : none;
}

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
              <span>{shown(conflict.theirs, conflict.field)}</span>
            </li>
            <li>
              <span>{words.mine}</span>
              <span>{shown(conflict.yours, conflict.field)}</span>
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
