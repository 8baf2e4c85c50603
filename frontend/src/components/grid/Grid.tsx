/** A table to walk through and write in by keyboard, as the grid pattern of WAI-ARIA describes it. It draws only what is in view. */
import { type CSSProperties, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useKeptFocus } from "@/components/useKeptFocus";
import { useRowsInView } from "@/components/useRowsInView";
import { messages } from "@/lib/messages";
import { CellEditor } from "./CellEditor";
import classes from "./grid.module.css";
import { GridRow } from "./GridRow";
import { GridTitles } from "./GridTitles";
import { NewRow } from "./NewRow";
import { type GridProps, NEW } from "./types";
import { useGridHands } from "./useGridHands";
import { isGridKey } from "./useGridKeys";
import { useGridState } from "./useGridState";
import { useWriting } from "./useWriting";
import { TITLES } from "./walking";

const ROW = 36;

export function Grid<Row extends { id: string; version: number }>(props: GridProps<Row>) {
  const { columns, rows, draft, isReadOnly, onRange, begun } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const state = useGridState(props);
  const { at, range, size, writing, rowId } = state;
  const { from, to, page } = useRowsInView(scroller, rows.length, ROW);
  const focus = useKeptFocus(
    scroller,
    `[data-row="${at.row}"][data-column="${at.column}"]`,
    writing !== null,
    begun + props.resumed,
  );
  const { edit, keep, leave, problem, column, row, before } = useWriting(props, state);
  const hands = useGridHands(props, state, { edit, wantFocus: focus.want });
  const { top, bottom, first, last } = range;
  const isInTitles = at.row === TITLES;
  useEffect(() => {
    onRange(isInTitles ? null : { top, bottom, first, last }, state.isWholeRows);
  }, [isInTitles, top, bottom, first, last, state.isWholeRows, onRange]);
  useEffect(() => {
    // The first column is always in view, so that going to it alone would leave the others scrolled away.
    if (at.column === 0) scroller.current?.scrollTo({ left: 0 });
  }, [at.column]);
  const [seen, setSeen] = useState(begun);
  if (seen !== begun) {
    setSeen(begun);
    state.goTo(NEW, columns[0]?.id ?? "");
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isGridKey(event, { props, state, page, edit })) return;
    event.preventDefault();
    // The page has other plans for some of these keys.
    event.stopPropagation();
  };
  const editor =
    writing && column ? (
      <CellEditor
        key={writing.key}
        column={column}
        label={messages.grid.cellOf(column.title, row ? props.nameOf(row) : messages.grid.newRow)}
        text={writing.text}
        isTyped={writing.isTyped}
        before={before}
        problem={problem}
        onKeep={keep}
        onLeave={leave}
        onLetGo={state.stopWriting}
      />
    ) : null;
  const inView = rows.slice(from, to).map((_, index) => from + index);
  // The cell in focus is there even when it is scrolled away.
  if (row && (at.row < from || at.row >= to)) inView.push(at.row);
  return (
    <div className={classes.scroller} ref={scroller} style={measures(columns)}>
      <div
        role="grid"
        tabIndex={-1}
        aria-label={props.label}
        aria-rowcount={size.rows + 1}
        aria-colcount={size.columns}
        aria-multiselectable
        aria-readonly={isReadOnly}
        className={classes.grid}
        onKeyDown={onKeyDown}
        onFocus={focus.onFocus}
        onBlur={focus.onBlur}
        {...hands}
      >
        <GridTitles columns={columns} at={isInTitles ? at.column : null} sorting={props.sorting} />
        <div role="rowgroup" className={classes.body} style={{ height: size.rows * ROW }}>
          {inView.map((index) => {
            const one = rows[index] as Row;
            const isSelected = top <= index && index <= bottom && !isInTitles;
            return (
              <GridRow
                key={one.id}
                row={one}
                columns={columns}
                index={index}
                at={at.row === index ? at.column : null}
                first={isSelected ? first : null}
                last={isSelected ? last : null}
                isOpened={props.opened === one.id}
                isFaded={props.isFaded?.(one) ?? false}
                isReadOnly={isReadOnly}
                refused={props.refused}
                show={props.show}
                marks={props.marks}
                editor={at.row === index ? editor : null}
              />
            );
          })}
          {draft ? (
            <NewRow
              columns={columns}
              index={rows.length}
              at={rowId === NEW ? at.column : null}
              texts={draft}
              editor={rowId === NEW ? editor : null}
            />
          ) : null}
        </div>
      </div>
    </div>
  );
}

const measures = (columns: readonly { width: number }[]): CSSProperties => {
  // The first column stays in view, and on a phone leaves room for the others.
  const widths = columns.map(({ width }, index) => (index === 0 ? `min(${width}px, 44vw)` : `${width}px`));
  return { "--columns": widths.join(" "), "--first": widths[0], "--row": `${ROW}px` } as CSSProperties;
};
