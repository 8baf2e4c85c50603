/** Laying the diagram out by machine, and taking the picture away as a file. */
import { ActionIcon, Loader, Menu } from "@mantine/core";
import { IconDownload, IconSitemap } from "@tabler/icons-react";
import { useState } from "react";
import { useSystemScope } from "@/api/scope";
import { useDiagrams } from "@/api/standing";
import { useSystem } from "@/api/systems";
import { showToast } from "@/components/toasts";
import { messages } from "@/lib/messages";
import { drawingFileOf } from "./drawingFile";
import { fileName, savePng, saveSvg } from "./saving";
import { Tool } from "./Tool";
import { useBench, useBenchState } from "./useBench";

const words = messages.workbench;

export function LayoutTool({ onDone }: { onDone: () => void }) {
  const bench = useBench();
  const isLocked = useBenchState((state) => state.isLocked);
  const [isBusy, setIsBusy] = useState(false);
  const layOut = async () => {
    setIsBusy(true);
    try {
      // The engine is large, and most visits do not need it.
      const [{ laidOut }, { elkGraphOf, layoutOf }] = await Promise.all([import("./elk"), import("./layout")]);
      const { scene } = bench;
      const { boxes, bends } = layoutOf(await laidOut(elkGraphOf(scene)), scene);
      bench.layOut(boxes, bends);
      onDone();
    } catch {
      showToast(words.notLaidOut);
    }
    setIsBusy(false);
  };
  if (isBusy) return <Loader size={16} m={6} aria-label={words.layingOut} />;
  return <Tool label={words.layOut} icon={IconSitemap} isDisabled={isLocked} onClick={() => void layOut()} />;
}

export function ExportTool() {
  const bench = useBench();
  const system = useSystem(useSystemScope().system).data?.name ?? "";
  const diagrams = useDiagrams().data ?? [];
  const shown = diagrams.find(({ id }) => id === bench.scene.diagram)?.title ?? "";
  const title = diagrams.length > 1 ? words.exported(system, shown) : system;
  const drawing = () => drawingFileOf(bench.scene, title, messages.vocabulary.trust);
  const asSvg = () => {
    const drawn = drawing();
    if (drawn) saveSvg(drawn, fileName(title));
  };
  const asPng = () => {
    const drawn = drawing();
    if (drawn) void savePng(drawn, fileName(title));
  };
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <ActionIcon aria-label={words.export} title={words.export}>
          <IconDownload size={16} stroke={1.5} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={asSvg}>{words.exportSvg}</Menu.Item>
        <Menu.Item onClick={asPng}>{words.exportPng}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
