/** What makes a treatment verified: how one knows, and until when that is believed. */
import { Button, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import type { Treatment } from "@/api/types";
import { AskBeforeLeaving } from "@/components/AskBeforeLeaving";
import form from "@/components/form.module.css";
import { messages } from "@/lib/messages";

const words = messages.treatments;

interface VerifyFormProps {
  treatment: Treatment | undefined;
  onCancel: () => void;
  onVerify: (proof: { evidence: string; verified_until: string }) => void;
}

export function VerifyForm({ treatment, onCancel, onVerify }: VerifyFormProps) {
  const [evidence, setEvidence] = useState(treatment?.evidence ?? "");
  const [until, setUntil] = useState(treatment?.verified_until ?? "");
  return (
    <form className={form.form} action={() => onVerify({ evidence: evidence.trim(), verified_until: until })}>
      <AskBeforeLeaving isOn={evidence !== (treatment?.evidence ?? "")} />
      <Textarea
        label={words.evidence}
        required
        value={evidence}
        onChange={(event) => setEvidence(event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label={words.verifiedUntil}
        required
        value={until}
        onChange={(event) => setUntil(event.currentTarget.value)}
      />
      <div className={form.actions}>
        <Button type="submit" disabled={evidence.trim() === "" || until === ""}>
          {words.verify}
        </Button>
        <Button variant="subtle" onClick={onCancel}>
          {messages.common.cancel}
        </Button>
      </div>
    </form>
  );
}
