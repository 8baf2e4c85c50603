/** The row of tools over the canvas: the way back and forth, how it behaves, what it shows. */
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconEye,
  IconGridDots,
  IconLayoutSidebarLeftExpand,
  IconLock,
  IconPlus,
  IconPointer,
  IconShieldExclamation,
} from "@tabler/icons-react";
import { Panel } from "@xyflow/react";
import { useDeedState } from "@/api/useDeeds";
import { messages } from "@/lib/messages";
import { ExportTool, LayoutTool } from "./FileTools";
import { keysOf } from "@/lib/keyNames";
import { Tool } from "./Tool";
import { useBench, useBenchState } from "./useBench";
import classes from "./canvas.module.css";

const words = messages.workbench;

interface ToolsProps {
  isPaletteOpen: boolean;
  onPalette: () => void;
  onFit: () => void;
}

export function Tools({ isPaletteOpen, onPalette, onFit }: ToolsProps) {
  const bench = useBench();
  const { undo, redo } = useDeedState();
  const state = useBenchState((all) => all);
  const { switches } = words;
  return (
    <Panel position="top-left" className={classes.controls} aria-label={words.tools} role="toolbar">
      {bench.mayEdit ? (
        <>
          {isPaletteOpen ? null : (
            <Tool label={words.openPalette} icon={IconLayoutSidebarLeftExpand} onClick={onPalette} />
          )}
          <Tool
            label={words.add}
            keys="/"
            icon={IconPlus}
            onClick={() => bench.set({ asking: { for: "kind", at: null } })}
          />
          <Tool
            label={messages.deeds.undo}
            hint={undo ? messages.deeds.undoOf(undo) : undefined}
            keys={keysOf("mod+z")}
            icon={IconArrowBackUp}
            isDisabled={!undo}
            onClick={() => void bench.undo()}
          />
          <Tool
            label={messages.deeds.redo}
            hint={redo ? messages.deeds.redoOf(redo) : undefined}
            keys={keysOf("mod+shift+z")}
            icon={IconArrowForwardUp}
            isDisabled={!redo}
            onClick={() => void bench.redo()}
          />
          <Tool
            label={switches.isSnapping}
            icon={IconGridDots}
            isOn={state.isSnapping}
            onClick={() => bench.toggle("isSnapping")}
          />
          <Tool
            label={switches.isLocked}
            icon={IconLock}
            isOn={state.isLocked}
            onClick={() => bench.toggle("isLocked")}
          />
          <LayoutTool onDone={onFit} />
        </>
      ) : null}
      <Tool
        label={switches.isExposed}
        keys="E"
        icon={IconShieldExclamation}
        isOn={state.isExposed}
        onClick={() => bench.toggle("isExposed")}
      />
      <Tool
        label={switches.isLensShown}
        keys="L"
        icon={IconEye}
        isOn={state.isLensShown}
        onClick={() => bench.toggle("isLensShown")}
      />
      <Tool
        label={switches.isOthersShown}
        icon={IconPointer}
        isOn={state.isOthersShown}
        onClick={() => bench.toggle("isOthersShown")}
      />
      <ExportTool />
    </Panel>
  );
}
