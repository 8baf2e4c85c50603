/** What a cell turns into while somebody writes in it, with what is wrong with it below. */
import type { Column } from "@/lib/table/columns";
import { ChoiceEditor } from "./ChoiceEditor";
import type { EditorProps } from "./editing";
import classes from "./grid.module.css";
import { TextEditor } from "./TextEditor";

interface CellEditorProps<Row> extends Omit<EditorProps, "problemId"> {
  column: Column<Row>;
  /** What the cell said before. */
  before: string;
}

export function CellEditor<Row>({ column, before, ...props }: CellEditorProps<Row>) {
  const { choices, isMany = false, isLong = false, isNeeded, blank = "" } = column;
  const editor = { ...props, problemId: "grid-problem" };
  return (
    <>
      {choices ? (
        <ChoiceEditor
          {...editor}
          choices={choices}
          isMany={isMany}
          blank={isNeeded ? undefined : blank}
          before={before}
        />
      ) : (
        <TextEditor {...editor} isLong={isLong} />
      )}
      {props.problem ? (
        <span id="grid-problem" role="alert" className={classes.problem}>
          {props.problem}
        </span>
      ) : null}
    </>
  );
}
