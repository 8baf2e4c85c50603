/** Writing an entry of one's own, and changing one: of a built-in entry, a copy. */
import { useNavigate, useParams } from "@tanstack/react-router";
import { useAdd, useChange, useEntry } from "@/api/catalogue";
import type { CatalogueEntry } from "@/api/knowledge";
import { asProblem } from "@/api/problems";
import { useWorkspace } from "@/api/scope";
import { NotFound } from "@/app/Fallbacks";
import { Loaded } from "@/components/Loaded";
import { PageHead } from "@/components/PageHead";
import { showToast } from "@/components/toasts";
import { useTitle } from "@/components/useTitle";
import { EntryForm } from "@/features/catalog/EntryForm";
import { draftOf, NEW_ENTRY } from "@/features/catalog/entryDraft";
import { messages } from "@/lib/messages";

const words = messages.ownCatalogue;

export function NewEntryPage() {
  const add = useAdd("entries");
  const onSaved = useSaved();
  useTitle(words.titleNew, messages.catalogue.title);
  return (
    <>
      <PageHead title={words.titleNew} about={words.aboutNew} />
      <EntryForm
        initial={NEW_ENTRY}
        isNew
        isBusy={add.isPending}
        error={add.error}
        onSave={(content, reason) => add.mutate({ content, reason }, { onSuccess: onSaved })}
      />
    </>
  );
}

export function ChangeEntryPage() {
  const { slug } = useParams({ from: "/w/$workspace/catalogue/$slug/change" });
  const entry = useEntry(slug);
  if (asProblem(entry.error)?.status === 404) return <NotFound />;
  return <Loaded query={entry}>{(found) => <ChangeEntry entry={found} />}</Loaded>;
}

function ChangeEntry({ entry }: { entry: CatalogueEntry }) {
  const change = useChange("entries", entry.slug);
  const onSaved = useSaved();
  const title = words.titleChange(entry.title);
  useTitle(title, messages.catalogue.title);
  return (
    <>
      <PageHead title={title} about={entry.standing === "own" ? undefined : words.aboutChange} />
      <EntryForm
        initial={draftOf(entry)}
        isNew={false}
        isBusy={change.isPending}
        error={change.error}
        onSave={(content, reason) => change.mutate({ content, reason, version: entry.version }, { onSuccess: onSaved })}
      />
    </>
  );
}

function useSaved() {
  const workspace = useWorkspace().slug;
  const navigate = useNavigate();
  return (entry: CatalogueEntry) => {
    showToast(words.saved(entry.title));
    void navigate({ to: "/w/$workspace/catalogue/$slug", params: { workspace, slug: entry.slug } });
  };
}
