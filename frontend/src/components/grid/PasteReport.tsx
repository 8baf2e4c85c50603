/** What of a pasted block cannot be understood, cell by cell, before anything is pasted. */
import { Button, Modal } from "@mantine/core";
import form from "@/components/form.module.css";
import { messages } from "@/lib/messages";
import type { CellProblem } from "@/lib/table/planning";
import classes from "./grid.module.css";

const words = messages.grid;
const MOST_SHOWN = 100;

interface PasteReportProps {
  title: string;
  problems: readonly CellProblem[];
  /** Whether anything is left that can be pasted. */
  hasRest: boolean;
  onEnd: (isPasted: boolean) => void;
}

export function PasteReport({ title, problems, hasRest, onEnd }: PasteReportProps) {
  return (
    <Modal opened onClose={() => onEnd(false)} title={title} size="lg">
      <p>{hasRest ? words.pasteBad(problems.length) : words.pasteNothing}</p>
      <ul className={classes.report}>
        {problems.slice(0, MOST_SHOWN).map(({ number, title: column, row, problem }) => (
          <li key={`${row} ${column}`}>
            <b>{[...(number ? [words.rowNumber(number)] : []), column].join(", ")}</b>
            {problem}
          </li>
        ))}
        {problems.length > MOST_SHOWN ? <li>{words.more(problems.length - MOST_SHOWN)}</li> : null}
      </ul>
      <div className={form.actions}>
        {hasRest ? (
          <Button variant="filled" data-autofocus onClick={() => onEnd(true)}>
            {words.pasteRest}
          </Button>
        ) : null}
        <Button onClick={() => onEnd(false)}>{messages.common.cancel}</Button>
      </div>
    </Modal>
  );
}
