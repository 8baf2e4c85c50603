/** "And the other side?": linking a finding to its counterpart. */
import { Button, Select, Textarea } from "@mantine/core";
import { useState } from "react";
import { useFindings, useLinkFindings } from "@/api/findings";
import { asProblem } from "@/api/problems";
import type { Finding } from "@/api/types";
import { AskBeforeLeaving } from "@/components/AskBeforeLeaving";
import form from "@/components/form.module.css";
import { otherSource } from "@/lib/lens";
import { messages } from "@/lib/messages";

const words = messages.findings;
/** Which links lead from a hazard to a threat; the others lead the other way, and "masks" goes either way. */
const FROM_HAZARD = new Set(["weaponised-by", "opens-door"]);
const TYPES = Object.entries(words.linkTypes).map(([value, label]) => ({ value, label }));

export function LinkForm({ finding }: { finding: Finding }) {
  const [isOpen, setIsOpen] = useState(false);
  if (!isOpen) {
    return (
      <div className={form.actions}>
        <span>{finding.counterparts.length > 0 ? "" : `${words.otherSide} ${words.otherSideNone}`}</span>
        <Button size="compact-sm" onClick={() => setIsOpen(true)}>
          {words.link}
        </Button>
      </div>
    );
  }
  return <OpenForm finding={finding} onDone={() => setIsOpen(false)} />;
}

function OpenForm({ finding, onDone }: { finding: Finding; onDone: () => void }) {
  const others = useFindings({ source: otherSource(finding.source) }).data ?? [];
  const link = useLinkFindings();
  const [other, setOther] = useState<string | null>(null);
  const [type, setType] = useState<string | null>("also-unintended");
  const [reason, setReason] = useState("");
  const problem = asProblem(link.error);
  const submit = () => {
    if (!other || !type) return;
    const isHere = FROM_HAZARD.has(type) ? finding.source === "unintended" : finding.source === "adversarial";
    const ends = isHere ? { from: finding.id, to: other } : { from: other, to: finding.id };
    link.mutate({ ...ends, type, reason: reason.trim() }, { onSuccess: onDone });
  };
  return (
    <form className={form.form} action={submit}>
      <AskBeforeLeaving isOn={!link.isPending && reason !== ""} />
      <Select
        label={words.linkTo}
        searchable
        required
        data={others.map(({ id, mark, title }) => ({ value: id, label: `${mark} ${title}` }))}
        value={other}
        onChange={setOther}
        error={problem?.of("to")}
      />
      <Select label={words.linkType} data={TYPES} value={type} onChange={setType} error={problem?.of("type")} />
      <Textarea
        label={words.linkReason}
        required
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={problem?.of("reason")}
      />
      <div className={form.actions}>
        <Button type="submit" disabled={!other || !type || !reason.trim()} loading={link.isPending}>
          {words.link}
        </Button>
        <Button variant="subtle" onClick={onDone}>
          {messages.common.cancel}
        </Button>
      </div>
    </form>
  );
}
