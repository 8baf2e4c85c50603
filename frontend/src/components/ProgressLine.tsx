/** How far a job is, what it is doing, and the way to call it off. */
import { Button, Progress } from "@mantine/core";
import { messages } from "@/lib/messages";
import classes from "./ProgressLine.module.css";

interface ProgressLineProps {
  title: string;
  detail?: string;
  done: number;
  total: number;
  onCancel?: () => void;
}

export function ProgressLine({ title, detail, done, total, onCancel }: ProgressLineProps) {
  const percent = total > 0 ? (done / total) * 100 : 0;
  return (
    <div className={classes.line}>
      <div className={classes.words} aria-live="polite">
        <strong>{title}</strong>
        <span className={classes.detail}>{detail}</span>
        {total > 0 ? <span className={classes.count}>{messages.common.ofTotal(done, total)}</span> : null}
      </div>
      <Progress value={percent} size={3} animated={total === 0} transitionDuration={160} aria-label={title} />
      {onCancel ? (
        <Button variant="subtle" onClick={onCancel}>
          {messages.common.cancel}
        </Button>
      ) : null}
    </div>
  );
}
