/** The picture of a system: canvas or outline, with a detail at the side. */
import { Button } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useEffect } from "react";
import { type Picture, usePicture } from "@/api/picture";
import { useMay } from "@/api/scope";
import { PathBar } from "@/app/pages/PathBar";
import { loadCanvas, PictureCanvas } from "@/app/pages/PictureCanvas";
import { PictureDetail } from "@/app/pages/PictureDetail";
import { PictureOutline } from "@/app/pages/PictureOutline";
import { useSystemName } from "@/app/pages/useSystemName";
import { Choice } from "@/components/Choice";
import { EmptyState } from "@/components/EmptyState";
import form from "@/components/form.module.css";
import { Loaded } from "@/components/Loaded";
import { WithSide } from "@/components/SidePanel";
import { useTitle } from "@/components/useTitle";
import { messages } from "@/lib/messages";

const words = messages.picture;
const FROM = "/w/$workspace/systems/$system/picture";
const VIEWS = [
  { value: "canvas", label: words.canvas },
  { value: "outline", label: words.outline },
];
export function PicturePage() {
  useTitle(messages.tabs.picture, useSystemName());
  const view = useView();
  const picture = usePicture();
  useEffect(() => {
    if (view === "canvas") void loadCanvas(); // While the model is read.
  }, [view]);
  return <Loaded query={picture}>{(read) => <Whole picture={read} view={view} />}</Loaded>;
}

function useView() {
  const isNarrow = useMediaQuery("(max-width: 768px)", false, { getInitialValueInEffect: false });
  const { view, path } = useSearch({ from: FROM });
  // A way is something to see, also on a phone.
  return view ?? (isNarrow && !path ? "outline" : "canvas");
}

function Whole({ picture, view }: { picture: Picture; view: ReturnType<typeof useView> }) {
  const { show, attribute, path } = useSearch({ from: FROM });
  const navigate = useNavigate({ from: FROM });
  const mayEdit = useMay("edit_system");
  const select = useCallback(
    (id: string | null) => {
      void navigate({ search: (search) => ({ ...search, show: id ?? undefined, attribute: undefined }) });
    },
    [navigate],
  );
  const side = show ? (
    <PictureDetail picture={picture} id={show} attribute={attribute} onClose={() => select(null)} />
  ) : null;
  // Whoever may draw begins on the canvas or in the outline itself.
  const isEmpty = picture.elements.length === 0 && picture.boundaries.length === 0 && !mayEdit;
  const views = (
    <>
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
    </>
  );
  const isDrawn = !isEmpty && view === "canvas";
  return (
    <>
      {/* The canvas has them in one row with its diagrams: what they would take is the picture's. */}
      {isDrawn ? null : (
        <div className={form.actions} style={{ marginBottom: 12 }}>
          {views}
        </div>
      )}
      {path ? <PathBar key={path} finding={path} picture={picture} mayClose={!show} /> : null}
      <WithSide side={side} isFilling={!isEmpty}>
        {isEmpty ? <EmptyState picture="canvas" text={words.emptyForReaders} /> : null}
        {isDrawn ? <PictureCanvas picture={picture} shown={show} views={views} onOpen={select} /> : null}
        {!isEmpty && view === "outline" ? <PictureOutline picture={picture} shown={show} onOpen={select} /> : null}
      </WithSide>
    </>
  );
}
