/** The list that opens where something is to be added or connected. */
import { Panel } from "@xyflow/react";
import { useVocabulary } from "@/api/catalogue";
import type { Element } from "@/api/types";
import { KindIcon } from "@/components/KindIcon";
import { messages } from "@/lib/messages";
import { BoundaryIcon } from "./BoundaryIcon";
import { bring } from "./missing";
import { type Pick, PickList } from "./PickList";
import { useBench, useBenchState } from "./useBench";
import { BOUNDARY } from "./workbench";
import classes from "./canvas.module.css";

const words = messages.workbench;

const pickOf = ({ id, name, kind }: Element): Pick => ({
  key: id,
  name,
  note: words.notHere,
  icon: <KindIcon kind={kind} />,
});

export function Asking() {
  const bench = useBench();
  const asking = useBenchState((state) => state.asking);
  const kinds = useVocabulary().data?.kinds ?? {};
  if (!asking) return null;
  const isKind = asking.for === "kind";
  const { missing } = bench.scene;
  const picks: Pick[] = isKind
    ? [
        ...Object.entries(kinds).map(([key, { label, meaning, group }]) => ({
          key,
          name: label,
          about: meaning,
          note: messages.vocabulary.groups[group] ?? group,
          icon: <KindIcon kind={key} />,
        })),
        ...(asking.from ? [] : [{ key: BOUNDARY, name: words.boundary, icon: <BoundaryIcon /> }]),
        ...(asking.from ? [] : missing.map(pickOf)),
      ]
    : bench.scene.elements
        .filter(({ element }) => element.id !== asking.from)
        .map(({ element }) => ({
          key: element.id,
          name: element.name,
          note: kinds[element.kind]?.label ?? "",
          icon: <KindIcon kind={element.kind} />,
        }));
  const pick = ({ key, name }: Pick) => {
    bench.set({ asking: null });
    if (asking.for === "end") bench.connect(asking.from, key);
    else if (missing.some(({ id }) => id === key)) bring(bench, [key]);
    else bench.add(key, name, asking.at, asking.from);
  };
  return (
    <Panel position="top-center" className={classes.asking}>
      <PickList
        key={JSON.stringify(asking)}
        label={isKind ? words.addWhat : words.connectTo(bench.nameOf(asking.from))}
        picks={picks}
        onPick={pick}
        onClose={(isByKey) => bench.dismiss(isByKey)}
      />
    </Panel>
  );
}
