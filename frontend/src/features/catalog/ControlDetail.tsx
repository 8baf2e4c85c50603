/** One control of the catalogue: what it does to either side and why, how one finds out, what it treats. */
import { Link } from "@tanstack/react-router";
import type { CatalogueControl } from "@/api/knowledge";
import { useWorkspace } from "@/api/scope";
import { Effects, isConflict } from "@/components/Effects";
import form from "@/components/form.module.css";
import { LensMark } from "@/components/LensMark";
import { ReferenceList } from "@/components/ReferenceList";
import { Tag } from "@/components/Tag";
import { messages } from "@/lib/messages";
import classes from "./detail.module.css";
import { Facts } from "./Facts";
import { inEnglish } from "./inEnglish";

const words = messages.controls;

export function ControlDetail({ control }: { control: CatalogueControl }) {
  return (
    <div className={classes.page}>
      <Facts
        facts={[
          [words.function, words.functions[control.function]],
          [words.kind, words.kinds[control.kind]],
          [words.factor, messages.suggestions.factors[control.factor]],
          [words.verification, inEnglish(control.verification)],
        ]}
      />
      <h2>{words.effects}</h2>
      <div className={form.actions}>
        <Effects control={control} isInLine />
        {isConflict(control) ? <Tag look="strong">{messages.suggestions.conflict}</Tag> : null}
      </div>
      {control.effect_reason ? <p>{inEnglish(control.effect_reason)}</p> : null}
      <h2>{words.treats}</h2>
      <Treated control={control} />
      <h2>{messages.catalogue.references}</h2>
      {control.references.length > 0 ? (
        <ReferenceList references={control.references} />
      ) : (
        <p className={classes.muted}>{words.noReferences}</p>
      )}
    </div>
  );
}

function Treated({ control: { entries } }: { control: CatalogueControl }) {
  const workspace = useWorkspace().slug;
  if (entries.length === 0) return <p className={classes.muted}>{words.treatsNothing}</p>;
  return (
    <ul className={classes.list}>
      {entries.map((entry) => (
        <li key={entry.slug}>
          <LensMark source={entry.source} label={messages.lens.ofSource[entry.source]} />
          <div>
            <Link to="/w/$workspace/catalogue/$slug" params={{ workspace, slug: entry.slug }}>
              {inEnglish(entry.title)}
            </Link>{" "}
            {entry.is_off ? <Tag look="faded">{messages.ownCatalogue.switchedOff}</Tag> : null}
          </div>
        </li>
      ))}
    </ul>
  );
}
