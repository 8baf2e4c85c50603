/** The keys of the canvas, while nothing else on the page has the focus. */
import { bentInMiddle } from "./bending";
import { useEffect } from "react";
import { showToast } from "@/components/toasts";
import { messages } from "@/lib/messages";
import { isShortcut, isTyping } from "@/lib/shortcuts";
import { GRID } from "./adding";
import { bringNeighbours } from "./missing";
import { copyOf } from "./copying";
import type { Spot } from "./geometry";
import { nextOf, readingOrder } from "./reading";
import type { Workbench } from "./workbench";

const LARGE = 5 * GRID;
const ARROWS: Record<string, Spot> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
const MODIFIERS = new Set(["Shift", "Control", "Meta", "Alt"]);
const TURN: Record<string, 1 | -1> = { ".": 1, ",": -1 };

export interface Moving {
  /** Ends drawing a box around things, with nothing selected; false where none is drawn. */
  letGoOfBox: () => boolean;
  fit: () => void;
  zoomToSelection: () => void;
  /** Brings a part into view and gives it the focus. */
  goTo: (id: string) => void;
}

export function useCanvasKeys(canvas: HTMLElement | null, bench: Workbench, moving: Moving): void {
  useEffect(() => {
    if (!canvas) return;
    const isOurs = (target: EventTarget | null) =>
      target === document.body || (target instanceof Element && target.closest("[data-canvas]") === canvas);
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(isPutBack(event, bench, moving) || (isForCanvas(event, isOurs) && isHandled(event, bench, moving)))) return;
      event.preventDefault();
      // The page has other plans for some of these keys.
      event.stopPropagation();
    };
    const onCopy = (event: ClipboardEvent) => {
      if (isTyping(event.target) || !isOurs(event.target) || String(document.getSelection())) return;
      const copy = copyOf(bench.scene, bench.state.selected);
      if (!copy) return;
      event.clipboardData?.setData("text/plain", copy);
      event.preventDefault();
      if (event.type === "cut") bench.remove();
    };
    const onPaste = (event: ClipboardEvent) => {
      if (isTyping(event.target) || !isOurs(event.target)) return;
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (bench.paste(text, bench.pointer() ?? undefined)) event.preventDefault();
      else if (bench.mayEdit && text.trim()) showToast(messages.workbench.pasteElsewhere);
    };
    const onPress = () => bench.press(true);
    const onRelease = () => bench.press(false);
    canvas.addEventListener("pointerdown", onPress, { capture: true });
    window.addEventListener("pointerup", onRelease);
    window.addEventListener("pointercancel", onRelease);
    window.addEventListener("keydown", onKeyDown, { capture: true });
    document.addEventListener("copy", onCopy);
    document.addEventListener("cut", onCopy);
    document.addEventListener("paste", onPaste);
    return () => {
      canvas.removeEventListener("pointerdown", onPress, { capture: true });
      window.removeEventListener("pointerup", onRelease);
      window.removeEventListener("pointercancel", onRelease);
      window.removeEventListener("keydown", onKeyDown, { capture: true });
      document.removeEventListener("copy", onCopy);
      document.removeEventListener("cut", onCopy);
      document.removeEventListener("paste", onPaste);
    };
  }, [canvas, bench, moving]);
}

/** Escape while something is dragged, wherever the focus is. */
const isPutBack = ({ key }: KeyboardEvent, bench: Workbench, moving: Moving): boolean =>
  key === "Escape" && (bench.putBack() || moving.letGoOfBox());

/** A button of a toolbar keeps its keys but Escape, while no menu of it is open, and a bend its own. */
function isForCanvas(event: KeyboardEvent, isOurs: (target: EventTarget | null) => boolean): boolean {
  const { target, key } = event;
  if (event.defaultPrevented || isTyping(target) || !isOurs(target)) return false;
  const control = target instanceof Element && target.closest("button, a, [data-grip]");
  if (!control || control.hasAttribute("data-part") || event.ctrlKey || event.metaKey) return true;
  return key === "Escape" && control.getAttribute("aria-expanded") !== "true";
}

/** Closes a name that is not done, else deselects; false where there is nothing of both. */
function isEscaped(bench: Workbench, moving: Moving): boolean {
  const { renaming, selected } = bench.state;
  if (renaming === null && selected.size === 0) return false;
  if (renaming !== null) bench.set({ renaming: null });
  else {
    bench.selectAll(false);
    // Keys are about what has the focus: Delete would still remove it.
    moving.goTo("");
  }
  return true;
}

function isHandled(event: KeyboardEvent, bench: Workbench, moving: Moving): boolean {
  if (event.key === "Escape") return isEscaped(bench, moving);
  const { selected } = bench.state;
  const part = event.target instanceof Element ? event.target.closest("[data-part]")?.getAttribute("data-part") : null;
  const [only] = selected;
  const one = part ?? (selected.size === 1 ? only : undefined);
  // Keys are about what has the focus. A selection counts as long as the focus is in it.
  const isWalking = event.key === "Tab" || event.key === "x" || event.key in TURN || MODIFIERS.has(event.key);
  if (part && !isWalking && !selected.has(part)) bench.select([part], false);
  const arrow = ARROWS[event.key];
  if (arrow && !event.ctrlKey && !event.metaKey) return isMoved(event, bench, arrow, one);
  if (event.key === "Tab") return isVisited(event, bench, moving, part);
  if ((event.key === "Enter" || event.key === "F2") && one && bench.mayEdit && isPart(bench, one)) {
    bench.select([one], false);
    bench.set({ renaming: one });
    return true;
  }
  const turn = TURN[event.key];
  if (turn && one) return isFollowed(bench, moving, one, turn);
  return isCommanded(event, bench, moving, one);
}

const isPart = ({ scene }: Workbench, id: string): boolean =>
  scene.boxes.has(id) || scene.flows.some(({ flow }) => flow.id === id);

/** Arrows move what is selected, in larger steps with shift; with Alt they change the size of a boundary. */
function isMoved(event: KeyboardEvent, bench: Workbench, [x, y]: Spot, one: string | undefined): boolean {
  const step = event.shiftKey ? LARGE : GRID;
  const box = one ? bench.sceneNow.boxes.get(one) : undefined;
  if (event.altKey && box && one && bench.scene.boundaries.some(({ boundary }) => boundary.id === one))
    bench.resize(
      one,
      { ...box, width: Math.max(96, box.width + x * step), height: Math.max(64, box.height + y * step) },
      true,
    );
  else if (bench.state.selected.size > 0) bench.nudge([x * step, y * step]);
  else return false;
  return true;
}

/** Tab goes through the picture as one reads it, and out at its end. */
function isVisited(event: KeyboardEvent, bench: Workbench, moving: Moving, part: string | null | undefined): boolean {
  const isAtDoor = event.target instanceof Element && event.target.hasAttribute("data-canvas");
  if (!(part || (isAtDoor && !event.shiftKey)) || event.ctrlKey || event.altKey || event.metaKey) return false;
  const order = readingOrder(bench.scene);
  const flow = bench.scene.flows.find((drawn) => drawn.flow.id === part)?.flow;
  const from = flow ? (event.shiftKey ? flow.target : flow.source) : (part ?? "");
  const next = order.indexOf(from) + (event.shiftKey ? -1 : 1);
  if (next < 0 || next >= order.length) return false;
  moving.goTo(order[next] ?? "");
  return true;
}

/** From an element to its flows one after the other, and from a flow to the next of the same element. */
function isFollowed(bench: Workbench, moving: Moving, one: string, step: 1 | -1): boolean {
  const flows = bench.scene.flows.map(({ flow }) => flow);
  const current = flows.find(({ id }) => id === one);
  const at = current ? current.source : one;
  const touching = flows.filter(({ source, target }) => source === at || target === at).map(({ id }) => id);
  const next = nextOf(touching, current?.id, step);
  if (!next) return false;
  bench.select([next], false);
  moving.goTo(next);
  return true;
}

function isCommanded(event: KeyboardEvent, bench: Workbench, moving: Moving, one: string | undefined): boolean {
  const { scene } = bench;
  const isElement = one !== undefined && scene.elements.some(({ element }) => element.id === one);
  const commands: Record<string, () => unknown> = {
    "mod+a": () => {
      bench.selectAll();
      // A flow is not selected with all the rest, and keys would be about it alone.
      if (one !== undefined && !bench.state.selected.has(one)) moving.goTo("");
    },
    "mod+d": () => bench.duplicate(),
    "mod+g": () => bench.group(),
    "/": () => bench.mayEdit && bench.set({ asking: { for: "kind", at: bench.pointer() } }),
    n: () => bringNeighbours(bench),
    c: () => isElement && bench.mayEdit && bench.set({ asking: { for: "end", from: one } }),
    b: () => {
      const bends = one === undefined ? undefined : bentInMiddle(bench.scene, one);
      if (one === undefined || !bends) return false;
      bench.bend(one, bends, true);
      return true;
    },
    x: () => one !== undefined && bench.alsoSelect(one),
    e: () => bench.toggle("isExposed"),
    l: () => bench.toggle("isLensShown"),
    m: () => bench.toggle("isMapShown"),
    "shift+delete": () => bench.remove(true),
    "shift+backspace": () => bench.remove(true),
    delete: () => bench.remove(),
    backspace: () => bench.remove(),
    "0": moving.fit,
    "9": moving.zoomToSelection,
  };
  const found = Object.keys(commands).find((shortcut) => isShortcut(event, shortcut));
  if (!found) return false;
  return commands[found]?.() !== false;
}
