/** Writing a control of one's own, and changing one: of a built-in control, a copy. */
import { useNavigate, useParams } from "@tanstack/react-router";
import { useAdd, useChange, useControl } from "@/api/catalogue";
import type { CatalogueControl } from "@/api/knowledge";
import { asProblem } from "@/api/problems";
import { useWorkspace } from "@/api/scope";
import { NotFound } from "@/app/Fallbacks";
import { Loaded } from "@/components/Loaded";
import { PageHead } from "@/components/PageHead";
import { showToast } from "@/components/toasts";
import { useTitle } from "@/components/useTitle";
import { ControlForm } from "@/features/catalog/ControlForm";
import { draftOf, NEW_CONTROL } from "@/features/catalog/controlDraft";
import { messages } from "@/lib/messages";

const words = messages.controls;

export function NewControlPage() {
  const add = useAdd("controls");
  const onSuccess = useSaved();
  useTitle(words.titleNew, words.title);
  return (
    <>
      <PageHead title={words.titleNew} about={words.aboutNew} />
      <ControlForm
        initial={NEW_CONTROL}
        isNew
        isBusy={add.isPending}
        error={add.error}
        onSave={(content, reason) => add.mutate({ content, reason }, { onSuccess })}
      />
    </>
  );
}

export function ChangeControlPage() {
  const { slug } = useParams({ from: "/w/$workspace/controls/$slug/change" });
  const control = useControl(slug);
  if (asProblem(control.error)?.status === 404) return <NotFound />;
  return <Loaded query={control}>{(found) => <ChangeControl control={found} />}</Loaded>;
}

function ChangeControl({ control }: { control: CatalogueControl }) {
  const change = useChange("controls", control.slug);
  const onSuccess = useSaved();
  const title = messages.ownCatalogue.titleChange(control.title);
  useTitle(title, words.title);
  return (
    <>
      <PageHead title={title} about={control.standing === "own" ? undefined : words.aboutChange} />
      <ControlForm
        initial={draftOf(control)}
        isNew={false}
        isBusy={change.isPending}
        error={change.error}
        onSave={(content, reason) => change.mutate({ content, reason, version: control.version }, { onSuccess })}
      />
    </>
  );
}

function useSaved() {
  const workspace = useWorkspace().slug;
  const navigate = useNavigate();
  return ({ slug, title }: CatalogueControl) => {
    showToast(messages.ownCatalogue.saved(title));
    void navigate({ to: "/w/$workspace/controls/$slug", params: { workspace, slug } });
  };
}
