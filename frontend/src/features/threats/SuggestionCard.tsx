/** One suggestion: what happens, where, because of what, and the three things to do with it. */
import { Checkbox, Tooltip } from "@mantine/core";
import { memo, useEffect, useRef, useState } from "react";
import { useMay } from "@/api/scope";
import type { Finding } from "@/api/types";
import { LensMark } from "@/components/LensMark";
import { Tag } from "@/components/Tag";
import { knowledgeLanguage } from "@/lib/language";
import { messages } from "@/lib/messages";
import { Because } from "./Because";
import { CardActions } from "./CardActions";
import { CardDetail } from "./CardDetail";
import { useDeeds } from "./DeskContext";
import { DismissForm } from "./DismissForm";
import { EditForm } from "./EditForm";
import { Lowered } from "./Lowered";
import { PathRow } from "./PathRow";
import classes from "./lanes.module.css";

const words = messages.suggestions;
const SHOWN_FACTS = 3;

export interface SuggestionCardProps {
  finding: Finding;
  isFocused: boolean;
  isSelected: boolean;
  isExpanded: boolean;
  /** What is being filled in on this card alone. */
  deed: "dismiss" | "edit" | null;
}

export const SuggestionCard = memo(function SuggestionCard({
  finding,
  isFocused,
  isSelected,
  isExpanded,
  deed,
}: SuggestionCardProps) {
  const deeds = useDeeds();
  const mayDecide = useMay("decide");
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    // Whoever types in the card keeps the focus there; when the form has gone, the card takes it back.
    if (!isFocused || card.current?.contains(document.activeElement)) return;
    card.current?.focus({ preventScroll: true });
    card.current?.scrollIntoView({ block: "nearest" });
  }, [isFocused, deed]);
  const [isArrivedAt] = useState(isFocused);
  useEffect(() => {
    if (!isArrivedAt) return;
    // A page that opens goes to its top when its cards are drawn already.
    const frame = requestAnimationFrame(() => card.current?.scrollIntoView({ block: "nearest" }));
    return () => cancelAnimationFrame(frame);
  }, [isArrivedAt]);
  return (
    <article
      ref={card}
      className={classes.card}
      tabIndex={-1}
      aria-label={`${messages.lens.ofSource[finding.source]}: ${finding.title}`}
      data-finding={finding.id}
      data-certainty={finding.certainty}
      data-focused={isFocused || undefined}
      data-selected={isSelected || undefined}
      onFocus={() => isFocused || deeds.setFocus(finding.id)}
    >
      <div className={classes.top}>
        <LensMark source={finding.source} size={20} label={messages.lens.ofSource[finding.source]} />
        <div className={classes.titles}>
          <h3 lang={knowledgeLanguage}>{finding.title}</h3>
          <div className={classes.meta}>
            <span>{finding.target_name}</span>
            <Certainty finding={finding} />
            {finding.outdated ? (
              <Tooltip label={words.outdatedAbout}>
                <span>
                  <Tag look="faded">{words.outdated}</Tag>
                </span>
              </Tooltip>
            ) : null}
          </div>
        </div>
        {mayDecide ? (
          <Checkbox
            size="xs"
            aria-label={words.select(finding.title)}
            checked={isSelected}
            onChange={() => deeds.toggleSelected(finding.id)}
          />
        ) : null}
      </div>
      {deed === "edit" ? (
        <EditForm finding={finding} onDone={() => deeds.setMode(null)} onAccept={() => deeds.accept([finding.id])} />
      ) : (
        <>
          <Because finding={finding} most={isExpanded ? Infinity : SHOWN_FACTS} />
          <PathRow finding={finding} />
          <Lowered finding={finding} />
          {isExpanded ? <CardDetail finding={finding} /> : null}
        </>
      )}
      {deed === "dismiss" ? (
        <DismissForm
          count={1}
          onCancel={() => deeds.setMode(null)}
          onDismiss={(reason) => deeds.dismiss([finding.id], reason)}
        />
      ) : (
        <CardActions finding={finding} isExpanded={isExpanded} />
      )}
    </article>
  );
});

function Certainty({ finding }: { finding: Finding }) {
  const isCertain = finding.certainty === "certain";
  return (
    <Tooltip label={isCertain ? words.certainAbout : words.possibleAbout}>
      <span>
        <Tag look={isCertain ? "plain" : "unknown"}>{isCertain ? words.certain : words.possible}</Tag>
      </span>
    </Tooltip>
  );
}
