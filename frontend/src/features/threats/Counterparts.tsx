/** The other side of a finding: linked findings, of which one on the same desk is jumped to, and what the catalogue names and nobody has found here. */
import { Anchor } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useContext } from "react";
import { useSystemScope } from "@/api/scope";
import type { Counterpart, Finding } from "@/api/types";
import { LensMark } from "@/components/LensMark";
import lists from "@/components/lists.module.css";
import { findingCode } from "@/lib/lens";
import { knowledgeLanguage } from "@/lib/language";
import { messages } from "@/lib/messages";
import { wordsOf } from "@/lib/text";
import { DeskContext } from "./DeskContext";
import classes from "./lanes.module.css";

const words = messages.findings;

export function Counterparts({ finding }: { finding: Finding }) {
  return (
    <ul className={lists.list}>
      {finding.counterparts.map((other) => (
        <li key={other.link ?? other.entry ?? other.title}>
          <LensMark source={other.source} size={16} label={messages.lens.ofSource[other.source]} />
          <div className={lists.grow}>
            <Name other={other} />
            <p className={lists.note}>
              {words.linkTypes[other.relation] ?? wordsOf(other.relation)}.{" "}
              <span lang={knowledgeLanguage}>{other.reason}</span>
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

function Name({ other }: { other: Counterpart }) {
  const params = useSystemScope();
  const desk = useContext(DeskContext);
  const { finding } = other;
  if (desk && finding && other.status === "suggested") {
    return (
      <Anchor component="button" type="button" className={classes.jump} onClick={() => desk.setFocus(finding)}>
        {findingCode(other.source, other.number ?? 0)} {other.title}
      </Anchor>
    );
  }
  if (!other.finding || other.number === null) {
    return (
      <>
        {other.title} <small>({words.notRaised})</small>
      </>
    );
  }
  return (
    <Link to="/w/$workspace/systems/$system/findings/$finding" params={{ ...params, finding: other.finding }}>
      {findingCode(other.source, other.number)} {other.title}
    </Link>
  );
}
