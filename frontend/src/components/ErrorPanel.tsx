/** What failed, in the order that helps: what happened, what is kept, what to do. */
import { Button } from "@mantine/core";
import { textOf } from "@/lib/errors";
import { messages } from "@/lib/messages";
import classes from "./states.module.css";

interface ErrorPanelProps {
  error: unknown;
  title?: string;
  onRetry?: () => void;
}

export function ErrorPanel({ error, title = messages.errors.title, onRetry }: ErrorPanelProps) {
  return (
    <div className={classes.panel} role="alert">
      <p className={classes.title}>{title}</p>
      <div>{textOf(error)}</div>
      <FieldProblems error={error} />
      {onRetry ? (
        <div>
          <Button onClick={onRetry}>{messages.errors.retry}</Button>
        </div>
      ) : null}
    </div>
  );
}

/** The lines of a problem document that name a field or a path. */
export function FieldProblems({ error }: { error: unknown }) {
  const rows = Object.entries(errorsOf(error)).flatMap(([path, lines]) => lines.map((line) => placed(path, line)));
  if (rows.length === 0) return null;
  return (
    <ul className={classes.problems}>
      {rows.map(({ path, line }) => (
        <li key={`${path} ${line}`}>
          <code>{path || messages.errors.whole}</code>
          <span>{line}</span>
        </li>
      ))}
    </ul>
  );
}

/** A line that names file and line itself stands beside those. */
function placed(path: string, line: string): { path: string; line: string } {
  const [, place, rest] = /^(\S+:\d+): (.+)$/s.exec(line) ?? [];
  return place && rest ? { path: place, line: rest } : { path, line };
}

function errorsOf(error: unknown): Record<string, string[]> {
  const found = typeof error === "object" && error !== null && "errors" in error ? error.errors : null;
  return typeof found === "object" && found !== null ? (found as Record<string, string[]>) : {};
}
