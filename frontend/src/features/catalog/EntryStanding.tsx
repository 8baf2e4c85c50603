/** How an entry stands here, why, how it differs from its original, and what can be done about it. */
import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useRemoveEntry } from "@/api/catalogue";
import type { CatalogueEntry } from "@/api/knowledge";
import { useMay, useWorkspace } from "@/api/scope";
import form from "@/components/form.module.css";
import { ButtonLink } from "@/components/links";
import { showToast } from "@/components/toasts";
import { messages } from "@/lib/messages";
import classes from "./differences.module.css";
import { FieldDifferences } from "./FieldDifferences";
import { StandingTags } from "./StandingTags";
import { Switch } from "./Switches";

const words = messages.ownCatalogue;

export function EntryStanding({ entry }: { entry: CatalogueEntry }) {
  const mayEdit = useMay("edit_catalogue");
  const off = entry.switched_off;
  return (
    <div className={`${form.form} ${classes.standing}`}>
      <div className={form.actions}>
        <StandingTags standing={entry} />
        {entry.pack ? <span className={form.note}>{words.ofPack(entry.pack)}</span> : null}
      </div>
      {entry.problem ? <p className={form.note}>{words.mend(entry.problem)}</p> : null}
      {off ? <p className={form.note}>{words.offBy(off.by, off.reason)}</p> : null}
      {entry.reason ? <p className={form.note}>{words.whyHere(entry.changed_by, entry.reason)}</p> : null}
      {entry.original_gone ? <p className={form.note}>{words.originalGone}</p> : null}
      <Compared title={words.originalChanges} fields={entry.original_changes} />
      <Compared title={words.differs} fields={entry.differs} />
      {mayEdit ? <Deeds entry={entry} /> : null}
    </div>
  );
}

function Compared({ title, fields }: { title: string; fields: CatalogueEntry["differs"] }) {
  if (fields.length === 0) return null;
  return (
    <details open>
      <summary>{title}</summary>
      <FieldDifferences fields={fields} label={title} />
    </details>
  );
}

function Deeds({ entry }: { entry: CatalogueEntry }) {
  const workspace = useWorkspace().slug;
  const navigate = useNavigate();
  const remove = useRemoveEntry(entry.slug);
  const isCopy = entry.standing === "overridden";
  const takeBack = () =>
    remove.mutate(undefined, {
      onSuccess: () => {
        showToast(isCopy ? words.restored(entry.title) : words.removed(entry.title));
        if (!isCopy) void navigate({ to: "/w/$workspace/catalogue", params: { workspace } });
      },
    });
  return (
    <div className={form.actions}>
      <ButtonLink to="/w/$workspace/catalogue/$slug/change" params={{ workspace, slug: entry.slug }}>
        {entry.standing === "built_in" ? words.copy : words.change}
      </ButtonLink>
      <Switch what="entries" slug={entry.slug} title={entry.title} isOff={entry.switched_off !== null} />
      {entry.standing === "built_in" ? null : (
        <Button loading={remove.isPending} onClick={takeBack}>
          {isCopy ? words.back : words.remove}
        </Button>
      )}
    </div>
  );
}
