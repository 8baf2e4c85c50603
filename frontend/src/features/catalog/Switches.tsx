/** Switching an entry or a control off, with the reason, and on again. */
import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { type Shelf, useSwitchOff, useSwitchOn } from "@/api/catalogue";
import type { EntryControl } from "@/api/knowledge";
import { useMay } from "@/api/scope";
import form from "@/components/form.module.css";
import { Tag } from "@/components/Tag";
import { showToast } from "@/components/toasts";
import { messages } from "@/lib/messages";

const words = messages.ownCatalogue;

interface SwitchProps {
  shelf: Shelf;
  slug: string;
  title: string;
  isOff: boolean;
  isQuiet?: boolean;
}

export function Switch({ shelf, slug, title, isOff, isQuiet = false }: SwitchProps) {
  const off = useSwitchOff(shelf, slug);
  const on = useSwitchOn(shelf, slug);
  const [isAsking, setIsAsking] = useState(false);
  const switchOn = () => on.mutate(undefined, { onSuccess: () => showToast(words.onDone(title)) });
  const switchOff = (reason: string) =>
    off.mutate(reason, {
      onSuccess: () => {
        setIsAsking(false);
        showToast(words.offDone(title), () => on.mutate());
      },
    });
  const look = isQuiet ? ({ variant: "subtle", size: "compact-xs", "data-flush": true } as const) : {};
  if (!isAsking || isOff) {
    return (
      <Button {...look} onClick={() => (isOff ? switchOn() : setIsAsking(true))}>
        {isOff ? words.on : words.off}
      </Button>
    );
  }
  return <OffForm shelf={shelf} isBusy={off.isPending} onCancel={() => setIsAsking(false)} onOff={switchOff} />;
}

interface OffFormProps {
  shelf: Shelf;
  isBusy: boolean;
  onCancel: () => void;
  onOff: (reason: string) => void;
}

function OffForm({ shelf, isBusy, onCancel, onOff }: OffFormProps) {
  const [reason, setReason] = useState("");
  return (
    <form className={form.inline} action={() => onOff(reason.trim())}>
      <TextInput
        ref={(field) => field?.focus({ preventScroll: true })}
        label={words.offReason}
        description={words.offKept[shelf]}
        required
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={(event) => event.key === "Escape" && onCancel()}
      />
      <Button type="submit" disabled={!reason.trim()} loading={isBusy}>
        {words.offNow}
      </Button>
      <Button variant="subtle" onClick={onCancel}>
        {messages.common.cancel}
      </Button>
    </form>
  );
}

/** Below a control of an entry: whether it is off, and the switch for whoever may use it. */
export function ControlSwitch({ control }: { control: EntryControl }) {
  const mayEdit = useMay("edit_catalogue");
  return (
    <div className={form.actions}>
      {control.is_off ? <Tag look="faded">{words.switchedOff}</Tag> : null}
      {mayEdit ? (
        <Switch shelf="controls" slug={control.slug} title={control.title} isOff={control.is_off} isQuiet />
      ) : null}
    </div>
  );
}
