/** The two lanes: threats at the left, hazards at the right, equal in width, counterparts joined. On a phone they are tabs. */
import { type CSSProperties, useEffect, useRef, useState } from "react";
import type { Counterpart, Finding } from "@/api/types";
import { Choice } from "@/components/Choice";
import { LensMark } from "@/components/LensMark";
import { type Source, SOURCES } from "@/lib/lens";
import { messages } from "@/lib/messages";
import { wordsOf } from "@/lib/text";
import type { LaneRow } from "./lanes";
import { SuggestionCard, type SuggestionCardProps } from "./SuggestionCard";
import type { Desk } from "./useDesk";
import classes from "./lanes.module.css";

const TITLES: Record<Source, string> = { adversarial: messages.lens.threats, unintended: messages.lens.hazards };
const MEANINGS: Record<Source, string> = {
  adversarial: messages.lens.securityMeaning,
  unintended: messages.lens.safetyMeaning,
};
/** So many rows are drawn at first, and so many more whenever their end comes near. */
const STEP = 40;

export function Lanes({ rows, desk }: { rows: readonly LaneRow[]; desk: Desk }) {
  const [lane, setLane] = useState<Source>("adversarial");
  const [followed, setFollowed] = useState<string | null>(null);
  if (desk.focus !== followed) {
    // Where only one lane is seen, it is the one of the card in focus.
    setFollowed(desk.focus);
    const source = SOURCES.find((one) => rows.some((row) => row[one]?.id === desk.focus));
    if (source) setLane(source);
  }
  const count = (source: Source) => rows.filter((row) => row[source]).length;
  return (
    <div className={classes.lanes} data-lane={lane}>
      <div className={classes.switch}>
        <Choice
          label={messages.suggestions.lanes}
          value={lane}
          options={SOURCES.map((source) => ({ value: source, label: `${TITLES[source]} ${count(source)}` }))}
          onChange={(value) => setLane(value as Source)}
        />
      </div>
      <div className={classes.heads}>
        {SOURCES.map((source) => (
          <header key={source} className={classes.head} data-source={source}>
            <LensMark source={source} size={20} />
            <h2>{TITLES[source]}</h2>
            <span className={classes.count}>{count(source)}</span>
            <span className={classes.meaning}>{MEANINGS[source]}</span>
          </header>
        ))}
      </div>
      <Cards rows={rows} desk={desk} />
    </div>
  );
}

/** All cards are children of one grid and are told their row, so that those that stay are moved and not made anew. */
function Cards({ rows, desk }: { rows: readonly LaneRow[]; desk: Desk }) {
  const [end, setEnd] = useState(STEP);
  const foot = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Watching starts anew after each step, because a foot that is still near does not tell of itself again.
    const observer = new IntersectionObserver(
      ([seen]) => seen?.isIntersecting && end < rows.length && setEnd(end + STEP),
      { rootMargin: "900px" },
    );
    if (foot.current) observer.observe(foot.current);
    return () => observer.disconnect();
  }, [end, rows.length]);
  const focused = rows.findIndex((row) => SOURCES.some((source) => row[source]?.id === desk.focus));
  const drawn = rows.slice(0, Math.max(end, focused + STEP / 2));
  return (
    <>
      <div className={classes.grid}>
        {SOURCES.map((source) =>
          rows.some((row) => row[source]) ? null : (
            <p key={source} className={classes.word} data-source={source}>
              {messages.suggestions.laneEmpty[source]}
            </p>
          ),
        )}
        {drawn.flatMap((row, index) =>
          SOURCES.flatMap((source) => {
            const finding = row[source];
            return finding ? (
              <Place key={finding.id} row={index + 1} isJoined={Boolean(row.link)} {...stateOf(finding, desk)} />
            ) : (
              []
            );
          }),
        )}
        {drawn.flatMap((row, index) =>
          row.link ? <Joint key={row.link.link ?? index} row={index + 1} link={row.link} /> : [],
        )}
      </div>
      <div ref={foot} />
    </>
  );
}

const inRow = (row: number) => ({ "--row": row }) as CSSProperties;

function Place({ row, isJoined, ...card }: SuggestionCardProps & { row: number; isJoined: boolean }) {
  return (
    <div
      className={classes.place}
      style={inRow(row)}
      data-source={card.finding.source}
      data-joined={isJoined || undefined}
    >
      <SuggestionCard {...card} />
    </div>
  );
}

function Joint({ row, link }: { row: number; link: Counterpart }) {
  const joined = messages.findings.linkTypes[link.relation] ?? wordsOf(link.relation);
  return (
    <span
      className={classes.joint}
      style={inRow(row)}
      title={`${joined}. ${link.reason}`}
      role="img"
      aria-label={joined}
    >
      <LensMark source="both" size={14} />
    </span>
  );
}

function stateOf(finding: Finding, { focus, selected, expanded, mode }: Desk): SuggestionCardProps {
  const { id } = finding;
  const isDismissed = mode?.deed === "dismiss" && mode.ids.length === 1 && mode.ids[0] === id;
  const isEdited = mode?.deed === "edit" && mode.id === id;
  return {
    finding,
    isFocused: focus === id,
    isSelected: selected.has(id),
    isExpanded: expanded.has(id),
    deed: isDismissed ? "dismiss" : isEdited ? "edit" : null,
  };
}
