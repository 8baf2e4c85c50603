/** Bringing a pack in: a file is dropped, what it would do is shown, and then it is applied. */
import { Button, FileButton } from "@mantine/core";
import { useState } from "react";
import { type PackPreview, useApplyPack, usePreviewPack } from "@/api/packs";
import { DropZone } from "@/components/DropZone";
import { ErrorPanel } from "@/components/ErrorPanel";
import form from "@/components/form.module.css";
import { Loading } from "@/components/Loading";
import { showToast } from "@/components/toasts";
import { messages } from "@/lib/messages";
import { formatBytes } from "@/lib/text";
import { Differences, TouchedFindings } from "./Differences";

const words = messages.ownCatalogue;
/** What the server takes. */
const LARGEST = 1_000_000;

export function PackImport() {
  const preview = usePreviewPack();
  const apply = useApplyPack();
  const [file, setFile] = useState({ text: "", file_name: "" });
  const [tooLarge, setTooLarge] = useState<Error | null>(null);
  const take = async (chosen: File | null) => {
    if (!chosen) return;
    preview.reset();
    apply.reset();
    const isTooLarge = chosen.size > LARGEST;
    setTooLarge(isTooLarge ? new Error(words.tooLarge(formatBytes(LARGEST))) : null);
    const read = { text: isTooLarge ? "" : await chosen.text(), file_name: chosen.name };
    setFile(read);
    if (!isTooLarge) preview.mutate(read);
  };
  const confirm = (shown: PackPreview) =>
    apply.mutate(
      { ...file, digest: shown.digest },
      {
        onSuccess: () => {
          showToast(words.applied(shown.title, shown.version));
          preview.reset();
        },
      },
    );
  const error = tooLarge ?? preview.error;
  return (
    <DropZone isSmall hint={words.drop} onFile={(dropped) => void take(dropped)}>
      <div className={form.form}>
        <p className={form.note}>{words.importHint}</p>
        <div>
          <FileButton accept=".yaml,.yml" onChange={(chosen) => void take(chosen)}>
            {(props) => <Button {...props}>{words.chooseFile}</Button>}
          </FileButton>
        </div>
        {preview.isPending ? <Loading what={words.reading(file.file_name)} /> : null}
        {error ? <ErrorPanel error={error} title={words.cannotRead(file.file_name)} /> : null}
        {apply.error ? <ErrorPanel error={apply.error} onRetry={() => preview.mutate(file)} /> : null}
        {preview.data ? (
          <Preview preview={preview.data} isBusy={apply.isPending} onApply={() => confirm(preview.data)} />
        ) : null}
      </div>
    </DropZone>
  );
}

interface PreviewProps {
  preview: PackPreview;
  isBusy: boolean;
  onApply: () => void;
}

function Preview({ preview, isBusy, onApply }: PreviewProps) {
  const title = words.wouldDo(preview.title, preview.version);
  return (
    <section aria-label={title} className={form.form}>
      <h3>{title}</h3>
      <p className={form.note}>{preview.version_here ? words.versionHere(preview.version_here) : words.firstVersion}</p>
      {preview.differences.length === 0 ? <p>{words.noDifference}</p> : null}
      <Differences differences={preview.differences} />
      <TouchedFindings touched={preview.findings} />
      <div>
        <Button variant="filled" loading={isBusy} onClick={onApply}>
          {words.apply}
        </Button>
      </div>
    </section>
  );
}
