/** The detail at the side of the picture: of an element, a flow, a boundary, or of the system. */
import type { ReactNode } from "react";
import { useParts } from "@/api/parts";
import type { Picture } from "@/api/picture";
import { useSystemScope } from "@/api/scope";
import { useSystem } from "@/api/systems";
import { CommentMark } from "@/components/CommentMark";
import { KindIcon } from "@/components/KindIcon";
import { SidePanel } from "@/components/SidePanel";
import { tableClasses } from "@/components/Rows";
import { Comments } from "@/features/activity/Comments";
import { HeldAssets } from "@/features/assets/HeldAssets";
import { AssetPanel } from "@/features/assets/AssetPanel";
import { AskedContext } from "@/features/systems/AskedContext";
import { BoundaryPanel } from "@/features/systems/BoundaryPanel";
import { contentsOf } from "@/features/systems/canvas/nesting";
import { DiagramPanel } from "@/features/systems/diagrams/DiagramPanel";
import { StandsOn } from "@/features/systems/diagrams/StandsOn";
import { ElementPanel } from "@/features/systems/ElementPanel";
import { FlowPanel } from "@/features/systems/FlowPanel";
import { SystemPanel } from "@/features/systems/SystemPanel";
import { FindingsHere } from "@/features/threats/FindingsHere";
import { messages } from "@/lib/messages";

const words = messages.picture;

interface PictureDetailProps {
  picture: Picture;
  id: string;
  /** The question to open it at. */
  attribute: string | undefined;
  onClose: () => void;
}

export function PictureDetail({ picture, id, attribute, onClose }: PictureDetailProps) {
  const { title, label, body } = useDetail(picture, id, onClose);
  return (
    <SidePanel
      key={id}
      title={title}
      label={label}
      marks={<CommentMark id={id} count={picture.threads.get(id)} isStop />}
      onClose={onClose}
    >
      <AskedContext value={attribute}>{body}</AskedContext>
    </SidePanel>
  );
}

function useDetail(
  picture: Picture,
  id: string,
  onGone: () => void,
): { title: ReactNode; label: string; body: ReactNode } {
  const system = useSystem(useSystemScope().system).data;
  const assets = useParts("assets").data;
  const element = picture.elements.find((one) => one.id === id);
  if (element) {
    const title = (
      <span className={tableClasses.named}>
        <KindIcon kind={element.kind} /> {element.name}
      </span>
    );
    const body = (
      <>
        <ElementPanel element={element} onGone={onGone}>
          <StandsOn id={id} />
          <HeldAssets holder={id} />
          <FindingsHere findings={picture.findings} target={id} />
        </ElementPanel>
        <Comments type="element" id={id} />
      </>
    );
    return { title, label: element.name, body };
  }
  const flow = picture.flows.find((one) => one.id === id);
  if (flow) {
    const label = flow.name || words.unnamedFlow;
    const body = (
      <>
        <FlowPanel flow={flow} onGone={onGone}>
          <StandsOn id={id} />
          <HeldAssets holder={id} />
          <FindingsHere findings={picture.findings} target={id} />
        </FlowPanel>
        <Comments type="flow" id={id} />
      </>
    );
    return { title: label, label, body };
  }
  const boundary = picture.boundaries.find((one) => one.id === id);
  if (boundary) {
    const body = (
      <>
        <BoundaryPanel boundary={boundary} onGone={onGone}>
          <StandsOn id={id} />
          <FindingsHere findings={picture.findings} target={id} inside={insideOf(picture, id)} />
        </BoundaryPanel>
        <Comments type="boundary" id={id} />
      </>
    );
    return { title: boundary.name, label: boundary.name, body };
  }
  const diagram = picture.diagrams.find((one) => one.id === id);
  if (diagram) {
    const body = (
      <>
        <DiagramPanel diagram={diagram} />
        <Comments type="diagram" id={id} />
      </>
    );
    return { title: diagram.title, label: diagram.title, body };
  }
  const asset = assets?.find((one) => one.id === id);
  if (asset) {
    const body = (
      <>
        <AssetPanel asset={asset} onGone={onGone} />
        <Comments type="asset" id={id} />
      </>
    );
    return { title: asset.name, label: asset.name, body };
  }
  if (id === "system" && system) {
    const body = (
      <>
        <SystemPanel system={system} />
        <Comments type="system" id={system.id} />
      </>
    );
    return { title: words.system, label: words.system, body };
  }
  return { title: messages.errors.notFoundTitle, label: messages.errors.notFoundTitle, body: <p>{words.missing}</p> };
}

/** The elements in a boundary, however deep, and the flows that stay in it. */
function insideOf(picture: Picture, boundary: string): ReadonlySet<string> {
  const inside = contentsOf(picture, new Set([boundary]));
  const flows = picture.flows.filter(({ source, target }) => inside.has(source) && inside.has(target));
  return new Set([...inside, ...flows.map(({ id }) => id)]);
}
