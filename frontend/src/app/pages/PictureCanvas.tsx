/** One diagram of the system on the canvas, which loads when it is first asked for. */
import { Select } from "@mantine/core";
import { useSearch } from "@tanstack/react-router";
import { lazy, Suspense, useMemo, useState } from "react";
import { useArrangement } from "@/api/parts";
import type { Picture } from "@/api/picture";
import { useMay } from "@/api/scope";
import { useTrail } from "@/app/pages/PathBar";
import { Loaded } from "@/components/Loaded";
import { Loading } from "@/components/Loading";
import { sceneOf } from "@/features/systems/canvas/scene";
import { messages } from "@/lib/messages";
import type { Trail } from "@/lib/trail";

const Canvas = lazy(() => import("@/features/systems/canvas/Canvas"));

interface PictureCanvasProps {
  picture: Picture;
  shown: string | undefined;
  onOpen: (id: string | null) => void;
}

export function PictureCanvas({ picture, ...selection }: PictureCanvasProps) {
  const trail = useTrail(useSearch({ from: "/w/$workspace/systems/$system/picture" }).path, picture);
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
          aria-label={messages.picture.diagram}
          data={picture.diagrams.map(({ id, title }) => ({ value: id, label: title }))}
          value={diagram?.id ?? null}
          onChange={setChosen}
        />
      ) : null}
      <Loaded query={placed}>
        {(places) => (
          <Drawn
            key={diagram?.id}
            diagram={diagram?.id ?? ""}
            picture={picture}
            arrangement={places}
            trail={trail}
            {...selection}
          />
        )}
      </Loaded>
    </>
  );
}

interface DrawnProps extends PictureCanvasProps {
  diagram: string;
  arrangement: Parameters<typeof sceneOf>[2];
  trail: Trail | undefined;
}

function Drawn({ diagram, picture, arrangement, ...selection }: DrawnProps) {
  const mayEdit = useMay("edit_system");
  const { elements, boundaries, flows } = picture;
  const scene = useMemo(
    () => sceneOf(diagram, { elements, boundaries, flows }, arrangement),
    [diagram, elements, boundaries, flows, arrangement],
  );
  return (
    <Suspense fallback={<Loading />}>
      <Canvas scene={scene} mayEdit={mayEdit} counts={picture.counts} {...selection} />
    </Suspense>
  );
}
