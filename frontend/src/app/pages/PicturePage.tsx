/** The picture of a system: canvas or outline, with a detail at the side. */
import { Button, Select } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { lazy, type ReactNode, Suspense, useMemo, useState } from "react";
import { useArrangement } from "@/api/parts";
import { type Picture, usePicture } from "@/api/picture";
import { useMay } from "@/api/scope";
import { PathBar, useTrail } from "@/app/pages/PathBar";
import { PictureDetail } from "@/app/pages/PictureDetail";
import { useSystemName } from "@/app/pages/useSystemName";
import { Choice } from "@/components/Choice";
import { EmptyState } from "@/components/EmptyState";
import form from "@/components/form.module.css";
import { Loaded } from "@/components/Loaded";
import { Loading } from "@/components/Loading";
import { SidePanel, WithSide } from "@/components/SidePanel";
import { useShown } from "@/components/hidden";
import { useTitle } from "@/components/useTitle";
import { drawingOf } from "@/features/systems/canvas/drawing";
import { NewPart, type PartToAdd } from "@/features/systems/NewPart";
import { Outline } from "@/features/systems/Outline";
import { messages } from "@/lib/messages";
import type { Trail } from "@/lib/trail";

const Canvas = lazy(() => import("@/features/systems/canvas/Canvas"));
const words = messages.picture;
const FROM = "/w/$workspace/systems/$system/picture";
const VIEWS = [
  { value: "canvas", label: words.canvas },
  { value: "outline", label: words.outline },
];
const TITLES: Record<PartToAdd, string> = {
  element: words.addElement,
  flow: words.addFlow,
  boundary: words.addBoundary,
};

export function PicturePage() {
  useTitle(messages.tabs.picture, useSystemName());
  return <Loaded query={usePicture()}>{(picture) => <Whole picture={picture} />}</Loaded>;
}

function Whole({ picture: whole }: { picture: Picture }) {
  const isNarrow = useMediaQuery("(max-width: 768px)", false, { getInitialValueInEffect: false });
  const { show, attribute, path, ...asked } = useSearch({ from: FROM });
  // A way is something to see, also on a phone.
  const view = asked.view ?? (isNarrow && !path ? "outline" : "canvas");
  const navigate = useNavigate({ from: FROM });
  const mayEdit = useMay("edit_system");
  const [adding, setAdding] = useState<PartToAdd | null>(null);
  const picture = {
    ...whole,
    elements: useShown(whole.elements),
    flows: useShown(whole.flows),
    boundaries: useShown(whole.boundaries),
  };
  const select = (id: string | null) => {
    setAdding(null);
    void navigate({ search: (search) => ({ ...search, show: id ?? undefined, attribute: undefined }) });
  };
  const side = show ? (
    <PictureDetail picture={picture} id={show} attribute={attribute} onClose={() => select(null)} />
  ) : null;
  const newPart = adding ? (
    <SidePanel key={adding} title={TITLES[adding]} label={TITLES[adding]} onClose={() => setAdding(null)}>
      <NewPart part={adding} onAdded={select} />
    </SidePanel>
  ) : null;
  const addButton = (part: PartToAdd): ReactNode =>
    mayEdit ? <Button onClick={() => setAdding(part)}>{TITLES[part]}</Button> : null;
  const isEmpty = picture.elements.length === 0;
  return (
    <>
      <div className={form.actions} style={{ marginBottom: 12 }}>
        <Choice
          label={words.view}
          value={view}
          options={VIEWS}
          onChange={(value) =>
            void navigate({ search: (search) => ({ ...search, view: value as typeof view }), replace: true })
          }
        />
        <Button variant="subtle" onClick={() => select("system")}>
          {words.system}
        </Button>
        {isEmpty || view === "outline" ? null : addButton("element")}
      </div>
      {path ? <PathBar key={path} finding={path} picture={picture} mayClose={!show && !adding} /> : null}
      <WithSide side={newPart ?? side} isFilling={!isEmpty && view === "canvas"}>
        {isEmpty ? (
          <EmptyState picture="canvas" text={mayEdit ? words.empty : words.emptyForReaders}>
            {addButton("element")}
          </EmptyState>
        ) : null}
        {!isEmpty && view === "canvas" ? <OnCanvas picture={picture} selected={show} onSelect={select} /> : null}
        {view === "outline" ? <Outline {...picture} selected={show} addButton={addButton} /> : null}
      </WithSide>
    </>
  );
}

interface OnCanvasProps {
  picture: Picture;
  selected: string | undefined;
  onSelect: (id: string | null) => void;
}

function OnCanvas({ picture, ...selection }: OnCanvasProps) {
  const trail = useTrail(useSearch({ from: FROM }).path, picture);
  const [chosen, setChosen] = useState<string | null>(null);
  const diagram = picture.diagrams.find((one) => one.id === chosen) ?? picture.diagrams[0];
  const arrangement = useArrangement(diagram?.id);
  const placed = diagram ? arrangement : { ...arrangement, data: { placements: [], flows: [] } };
  return (
    <>
      {picture.diagrams.length > 1 ? (
        <Select
          mb="xs"
          w={280}
          aria-label={words.diagram}
          data={picture.diagrams.map(({ id, title }) => ({ value: id, label: title }))}
          value={diagram?.id ?? null}
          onChange={setChosen}
        />
      ) : null}
      <Loaded query={placed}>
        {(places) => <Drawn picture={picture} arrangement={places} trail={trail} {...selection} />}
      </Loaded>
    </>
  );
}

function Drawn({
  picture,
  arrangement,
  ...selection
}: OnCanvasProps & { arrangement: Parameters<typeof drawingOf>[1]; trail: Trail | undefined }) {
  const { elements, boundaries, flows } = picture;
  const drawing = useMemo(
    () => drawingOf({ elements, boundaries, flows }, arrangement),
    [elements, boundaries, flows, arrangement],
  );
  return (
    <Suspense fallback={<Loading />}>
      <Canvas drawing={drawing} counts={picture.counts} {...selection} />
      {drawing.missing > 0 ? <p className={form.note}>{words.notPlaced(drawing.missing)}</p> : null}
    </Suspense>
  );
}
