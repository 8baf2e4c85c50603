/** Accept, dismiss, edit, and all of it. */
import { Button, Tooltip } from "@mantine/core";
import type { ReactNode } from "react";
import { useMay } from "@/api/scope";
import type { Finding } from "@/api/types";
import { Keys } from "@/components/Keys";
import { findingCode } from "@/lib/lens";
import { messages } from "@/lib/messages";
import { plural } from "@/lib/text";
import { useDeeds } from "./DeskContext";
import { ShowOnPicture } from "./PathRow";
import classes from "./lanes.module.css";

const words = messages.suggestions;
const { inSentence } = messages.common;

export function CardActions({ finding, isExpanded }: { finding: Finding; isExpanded: boolean }) {
  const deeds = useDeeds();
  const mayDecide = useMay("decide");
  const { id } = finding;
  const linked = finding.counterparts.filter((other) => other.finding !== null && other.number !== null);
  const counts = [
    linked.map((other) => findingCode(other.source, other.number ?? 0)).join(" "),
    finding.references.length > 0
      ? plural(finding.references.length, words.reference, inSentence(words.references))
      : "",
    finding.controls.length > 0 ? plural(finding.controls.length, words.control, inSentence(words.controls)) : "",
  ];
  return (
    <div className={classes.foot}>
      {mayDecide ? (
        <>
          <Deed shortcut="a" onClick={() => deeds.accept([id])}>
            {words.accept}
          </Deed>
          <Deed shortcut="d" onClick={() => deeds.setMode({ deed: "dismiss", ids: [id] })}>
            {words.dismiss}
          </Deed>
          <Deed shortcut="e" onClick={() => deeds.setMode({ deed: "edit", id })}>
            {words.edit}
          </Deed>
        </>
      ) : null}
      <Button
        variant="subtle"
        size="compact-xs"
        color="gray"
        aria-expanded={isExpanded}
        onClick={() => deeds.toggleExpanded(id)}
      >
        {isExpanded ? words.collapse : words.expand}
      </Button>
      <ShowOnPicture finding={finding} />
      <span className={classes.sources}>{counts.filter(Boolean).join(" · ")}</span>
    </div>
  );
}

function Deed({ shortcut, onClick, children }: { shortcut: string; onClick: () => void; children: ReactNode }) {
  return (
    <Tooltip label={<Keys shortcut={shortcut} />}>
      <Button variant="subtle" size="compact-xs" onClick={onClick}>
        {children}
      </Button>
    </Tooltip>
  );
}
