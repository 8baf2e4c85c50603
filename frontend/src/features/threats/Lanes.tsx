/** The two lanes: threats at the left, hazards at the right, equal in width, counterparts joined. On a phone they are tabs. */
import { useState } from "react";
import type { Finding } from "@/api/types";
import { LensMark } from "@/components/LensMark";
import { Choice } from "@/components/Choice";
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

export function Lanes({ rows, desk }: { rows: readonly LaneRow[]; desk: Desk }) {
  const [lane, setLane] = useState<Source>("adversarial");
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
          <header key={source} className={classes.head}>
            <LensMark source={source} size={20} />
            <h2>{TITLES[source]}</h2>
            <span className={classes.count}>{count(source)}</span>
            <span className={classes.meaning}>{MEANINGS[source]}</span>
          </header>
        ))}
      </div>
      {SOURCES.some((source) => count(source) === 0) ? (
        <div className={classes.row}>
          {SOURCES.map((source) => (
            <p key={source} className={classes.word}>
              {count(source) === 0 ? messages.suggestions.laneEmpty[source] : ""}
            </p>
          ))}
        </div>
      ) : null}
      {rows.map((row) => (
        <Pair key={`${row.adversarial?.id}${row.unintended?.id}`} row={row} desk={desk} />
      ))}
    </div>
  );
}

function Pair({ row, desk }: { row: LaneRow; desk: Desk }) {
  const joined = row.link ? (messages.findings.linkTypes[row.link.relation] ?? wordsOf(row.link.relation)) : "";
  return (
    <div className={classes.row} data-joined={row.link ? true : undefined}>
      {SOURCES.map((source) => {
        const finding = row[source];
        return (
          <div key={source} className={classes.place} data-source={source}>
            {finding ? <SuggestionCard {...stateOf(finding, desk)} /> : null}
          </div>
        );
      })}
      {row.link ? (
        <span className={classes.joint} title={`${joined}. ${row.link.reason}`} role="img" aria-label={joined}>
          <LensMark source="both" size={14} />
        </span>
      ) : null}
    </div>
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
