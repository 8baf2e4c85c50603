/** One entry of the catalogue: what happens, to what, the other side, what helps, where it is written. */
import { Link } from "@tanstack/react-router";
import { useVocabulary } from "@/api/catalogue";
import { useWorkspace } from "@/api/scope";
import type { CatalogueEntry, Vocabulary } from "@/api/knowledge";
import { ControlList } from "@/components/ControlList";
import { KindIcon } from "@/components/KindIcon";
import { LensMark } from "@/components/LensMark";
import { ControlLink } from "@/components/links";
import { ReferenceList } from "@/components/ReferenceList";
import { Tag } from "@/components/Tag";
import { messages } from "@/lib/messages";
import { wordsOf } from "@/lib/text";
import { Conditions } from "./Conditions";
import { Examples } from "./Examples";
import { Facts } from "./Facts";
import { inEnglish } from "./inEnglish";
import { ControlSwitch } from "./Switches";
import classes from "./detail.module.css";

const words = messages.catalogue;

export function EntryDetail({ entry }: { entry: CatalogueEntry }) {
  const workspace = useWorkspace().slug;
  const vocabulary = useVocabulary().data;
  const labels = (names: string[], table: Record<string, { label: string }> = {}) =>
    names.map((name) => table[name]?.label ?? messages.vocabulary.stages[name] ?? wordsOf(name)).join(", ");
  return (
    <div className={classes.page}>
      <p className={classes.kinds}>
        {entry.kinds.map((kind) => (
          <span key={kind}>
            <KindIcon kind={kind} size={16} /> {vocabulary?.kinds[kind]?.label ?? words.otherTargets[kind]}
          </span>
        ))}
      </p>
      <Facts
        facts={[
          [messages.findings.origin, messages.vocabulary.origins[entry.origin]],
          [words.harms, labels(entry.harms, vocabulary?.properties)],
          [words.disturbance, disturbanceOf(entry, vocabulary)],
          [words.stages, labels(entry.stages)],
          [words.question, inEnglish(entry.question)],
          [words.otherQuestion, inEnglish(entry.other_question)],
        ]}
      />
      <h2>{words.when}</h2>
      <Conditions conditions={entry.when} path={vocabulary?.paths[entry.pattern]} />
      <h2>{words.counterparts}</h2>
      <Counterparts entry={entry} />
      <h2>{words.examples}</h2>
      <Examples entry={entry} />
      <h2>{words.controls}</h2>
      {entry.controls.length > 0 ? (
        <ControlList
          controls={entry.controls}
          titled={(control) => <ControlLink workspace={workspace} control={control} />}
          below={(control) => <ControlSwitch control={control} />}
        />
      ) : (
        <p className={classes.muted}>{words.noControls}</p>
      )}
      <h2>{words.references}</h2>
      <ReferenceList references={entry.references} />
    </div>
  );
}

function disturbanceOf({ disturbance, source }: CatalogueEntry, vocabulary: Vocabulary | undefined) {
  const found = vocabulary?.disturbances[disturbance];
  return (
    found && messages.suggestions.disturbance(found.label, found[source === "adversarial" ? "hostile" : "natural"])
  );
}

function Counterparts({ entry }: { entry: CatalogueEntry }) {
  const workspace = useWorkspace().slug;
  if (entry.counterparts.length === 0)
    return <p className={classes.muted}>{inEnglish(entry.alone) ?? words.noCounterparts}</p>;
  return (
    <ul className={classes.list}>
      {entry.counterparts.map((other) => (
        <li key={other.slug}>
          <LensMark source={other.source} label={messages.lens.ofSource[other.source]} />
          <div>
            <Link to="/w/$workspace/catalogue/$slug" params={{ workspace, slug: other.slug }}>
              {inEnglish(other.title)}
            </Link>{" "}
            {other.is_off ? <Tag look="faded">{messages.ownCatalogue.switchedOff}</Tag> : null}
            <p>
              {words.relations[other.relation] ?? wordsOf(other.relation)} ({inEnglish(other.shared_property)}).{" "}
              {inEnglish(other.reason)}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
