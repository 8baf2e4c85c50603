/** One finding at the side: its words, what was decided, why it applies, the other side, what helps. */
import { Link } from "@tanstack/react-router";
import { useEditFinding } from "@/api/findings";
import { asProblem } from "@/api/problems";
import { useMay, useSystemScope, useWorkspace } from "@/api/scope";
import type { Finding } from "@/api/types";
import { ErrorPanel } from "@/components/ErrorPanel";
import { SavedMarkdown } from "@/components/SavedMarkdown";
import { SavedText } from "@/components/SavedText";
import { messages } from "@/lib/messages";
import { Because } from "./Because";
import { CardDetail } from "./CardDetail";
import { Controls } from "./Controls";
import { DecideForm } from "./DecideForm";
import { StatusTag } from "./FindingRows";
import { LinkForm } from "./LinkForm";
import { Lowered } from "./Lowered";
import { PathRow, ShowOnPicture } from "./PathRow";
import classes from "./findings.module.css";

const words = messages.findings;
const FIELDS = { adversarial: ["goal", "access", "knowledge"], unintended: ["trigger", "mechanism"] } as const;

export function FindingPanel({ finding }: { finding: Finding }) {
  const isDisabled = !useMay("decide");
  const edit = useEditFinding();
  const problem = asProblem(edit.error);
  const save = (changes: Partial<Finding>) => edit.mutate({ ...changes, id: finding.id, version: finding.version });
  return (
    <div className={classes.panel}>
      <Facts finding={finding} />
      {problem?.status === 409 ? <ErrorPanel error={problem} title={messages.errors.conflictTitle} /> : null}
      {isDisabled ? null : <DecideForm key={finding.status} finding={finding} />}
      <SavedText
        label={messages.suggestions.titleLabel}
        isLong
        isRequired
        value={finding.title}
        isDisabled={isDisabled}
        error={problem?.of("title")}
        onSave={(title) => save({ title })}
      />
      <SavedMarkdown
        label={messages.suggestions.descriptionLabel}
        value={finding.description}
        isDisabled={isDisabled}
        onSave={(description) => save({ description })}
      />
      {FIELDS[finding.source].map((field) => (
        <SavedText
          key={field}
          label={words.fields[field] ?? field}
          isLong
          value={finding[field] ?? ""}
          isDisabled={isDisabled}
          onSave={(value) => save({ [field]: value })}
        />
      ))}
      <Because finding={finding} most={Infinity} />
      <PathRow finding={finding}>
        <ShowOnPicture finding={finding} />
      </PathRow>
      <Lowered finding={finding} />
      <Controls finding={finding} />
      <CardDetail finding={{ ...finding, description: "", controls: [] }} />
      {isDisabled ? null : <LinkForm finding={finding} />}
    </div>
  );
}

function Facts({ finding }: { finding: Finding }) {
  const params = useSystemScope();
  const workspace = useWorkspace().slug;
  return (
    <div className={classes.facts}>
      <StatusTag finding={finding} />
      {finding.target_type === "system" ? (
        <span>{words.wholeSystem}</span>
      ) : (
        <Link to="/w/$workspace/systems/$system/picture" params={params} search={{ show: finding.target }}>
          {finding.target_name}
        </Link>
      )}
      <span>{messages.vocabulary.origins[finding.origin]}</span>
      <span>
        {words.raisedBy} {words.raisedByWords[finding.raised_by]}
      </span>
      {finding.entry ? (
        <Link to="/w/$workspace/catalogue/$slug" params={{ workspace, slug: finding.entry }}>
          {words.entry}
        </Link>
      ) : null}
      {finding.rationale ? <p>{finding.rationale}</p> : null}
      {finding.accepted_until ? <p>{words.acceptedLine(finding.accepted_by, finding.accepted_until)}</p> : null}
    </div>
  );
}
