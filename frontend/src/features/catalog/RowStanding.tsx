/** How an entry or a control stands here, why, how it differs from its original, and what can be done about it. */
import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { type Shelf, useRemove } from "@/api/catalogue";
import type { FieldDifference, StandingDetail } from "@/api/knowledge";
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
const PLACES = {
  entries: { list: "/w/$workspace/catalogue", change: "/w/$workspace/catalogue/$slug/change" },
  controls: { list: "/w/$workspace/controls", change: "/w/$workspace/controls/$slug/change" },
} as const;

interface RowStandingProps {
  shelf: Shelf;
  row: StandingDetail & { slug: string; title: string };
}

export function RowStanding({ shelf, row }: RowStandingProps) {
  const mayEdit = useMay("edit_catalogue");
  const off = row.switched_off;
  return (
    <div className={`${form.form} ${classes.standing}`}>
      <div className={form.actions}>
        <StandingTags standing={row} />
        {row.pack ? <span className={form.note}>{words.ofPack(row.pack)}</span> : null}
      </div>
      {row.problem ? <p className={form.note}>{words.mend(row.problem)}</p> : null}
      {off ? <p className={form.note}>{words.offBy(off.by, off.reason)}</p> : null}
      {row.reason ? <p className={form.note}>{words.whyHere(row.changed_by, row.reason)}</p> : null}
      {row.original_gone ? <p className={form.note}>{words.originalGone}</p> : null}
      <Compared title={words.originalChanges} fields={row.original_changes} />
      <Compared title={words.differs} fields={row.differs} />
      {mayEdit ? <Deeds shelf={shelf} row={row} /> : null}
    </div>
  );
}

function Compared({ title, fields }: { title: string; fields: FieldDifference[] }) {
  if (fields.length === 0) return null;
  return (
    <details open>
      <summary>{title}</summary>
      <FieldDifferences fields={fields} label={title} />
    </details>
  );
}

function Deeds({ shelf, row }: RowStandingProps) {
  const workspace = useWorkspace().slug;
  const navigate = useNavigate();
  const isCopy = row.standing === "overridden";
  const remove = useRemove(shelf, row.slug, () => {
    showToast(isCopy ? words.restored(row.title) : words.removed(row.title));
    return isCopy ? undefined : navigate({ to: PLACES[shelf].list, params: { workspace } });
  });
  return (
    <div className={form.actions}>
      <ButtonLink to={PLACES[shelf].change} params={{ workspace, slug: row.slug }}>
        {row.standing === "built_in" ? words.copy : words.change}
      </ButtonLink>
      <Switch shelf={shelf} slug={row.slug} title={row.title} isOff={row.switched_off !== null} />
      {row.standing === "built_in" ? null : (
        <Button loading={remove.isPending} onClick={() => remove.mutate()}>
          {isCopy ? words.back : words.remove}
        </Button>
      )}
    </div>
  );
}
