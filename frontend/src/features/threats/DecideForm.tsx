/** Moving a finding on. Dismissing and accepting a risk need a reason; accepting also a name and a day. */
import { Button, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useDecide } from "@/api/decisions";
import { asProblem } from "@/api/problems";
import type { Finding, FindingStatus } from "@/api/types";
import { AskBeforeLeaving } from "@/components/AskBeforeLeaving";
import form from "@/components/form.module.css";
import { showToast } from "@/components/toasts";
import { messages } from "@/lib/messages";
import { needsReason, nextStatuses } from "./transitions";

const words = messages.findings;

export function DecideForm({ finding }: { finding: Finding }) {
  const decide = useDecide();
  const [wanted, setWanted] = useState<FindingStatus | null>(null);
  const move = (status: FindingStatus, more: { reason?: string; accepted_by?: string; accepted_until?: string } = {}) =>
    decide.mutate(
      { findings: [finding.id], status, ...more },
      { onSuccess: () => showToast(words.moved(finding.mark, words.statuses[status] ?? status)) },
    );
  return (
    <div className={form.form}>
      <div className={form.actions} role="group" aria-label={words.moveTo}>
        {nextStatuses(finding).map((status) => (
          <Button
            key={status}
            size="compact-sm"
            aria-expanded={needsReason(status) ? wanted === status : undefined}
            onClick={() => (needsReason(status) ? setWanted(status) : move(status))}
          >
            {status === "open" && finding.status === "suggested" ? messages.suggestions.accept : words.moves[status]}
          </Button>
        ))}
      </div>
      {wanted ? (
        <ReasonForm
          key={wanted}
          status={wanted}
          error={decide.error}
          isBusy={decide.isPending}
          onCancel={() => setWanted(null)}
          onMove={(more) => move(wanted, more)}
        />
      ) : null}
    </div>
  );
}

interface ReasonFormProps {
  status: FindingStatus;
  error: unknown;
  isBusy: boolean;
  onCancel: () => void;
  onMove: (more: { reason: string; accepted_by?: string; accepted_until?: string }) => void;
}

function ReasonForm({ status, error, isBusy, onCancel, onMove }: ReasonFormProps) {
  const [reason, setReason] = useState("");
  const [by, setBy] = useState("");
  const [until, setUntil] = useState("");
  const problem = asProblem(error);
  const isAcceptance = status === "accepted";
  const isReady = reason.trim() !== "" && (!isAcceptance || (by.trim() !== "" && until !== ""));
  const submit = () =>
    onMove({ reason: reason.trim(), ...(isAcceptance ? { accepted_by: by.trim(), accepted_until: until } : {}) });
  return (
    <form className={form.form} action={submit}>
      <AskBeforeLeaving isOn={!isBusy && reason + by + until !== ""} />
      <Textarea
        label={words.reason}
        description={words.reasonNeeded}
        required
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={problem?.of("reason")}
      />
      {isAcceptance ? (
        <div className={form.inline}>
          <TextInput
            label={words.acceptedBy}
            required
            value={by}
            onChange={(event) => setBy(event.currentTarget.value)}
            error={problem?.of("accepted_by")}
          />
          <TextInput
            type="date"
            label={words.acceptedUntil}
            required
            value={until}
            onChange={(event) => setUntil(event.currentTarget.value)}
            error={problem?.of("accepted_until")}
          />
        </div>
      ) : null}
      <div className={form.actions}>
        <Button type="submit" disabled={!isReady} loading={isBusy}>
          {words.moves[status]}
        </Button>
        <Button variant="subtle" onClick={onCancel}>
          {messages.common.cancel}
        </Button>
      </div>
    </form>
  );
}
