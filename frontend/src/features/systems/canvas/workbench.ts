/** What is going on at the canvas apart from the model: selection, moves under way, what is asked. Its deeds change the model. */
import type { Deeds, Done } from "@/api/deeds";
import type { Operation } from "@/api/operations";
import { showToast } from "@/components/toasts";
import { messages } from "@/lib/messages";
import { type Added, addBoundary, addElement, addFlow, freeSpot, GRID } from "./adding";
import { type BenchState, benchAtStart, type Switch, type View } from "./benchState";
import { type Alignment, alignMoves, type Direction, distributeMoves } from "./arranging";
import { copyOf, pasteOperations, readCopy } from "./copying";
import { Detail } from "./detail";
import type { Box, Spot } from "./geometry";
import { groupOperations } from "./grouping";
import { keep } from "./kept";
import { homeAfter, moveOperations, type Moves, placing, resizeOperations, sceneAfter, withContents } from "./moving";
import { type NamedPart, nameOf, renamed } from "./naming";
import { elementAt, outermostOf } from "./nesting";
import { Nudging } from "./nudging";
import { removeOperations, takeOff } from "./removing";
import { drawnFlow, type Scene } from "./scene";

const words = messages.deeds;
const told = messages.workbench;
const STILL: Moves = new Map();
export const BOUNDARY = "boundary";

export class Workbench {
  state: BenchState;
  private readonly listeners = new Set<() => void>();
  private readonly nudging = new Nudging();
  private view: View = { center: () => [0, 0], pointer: () => null, focus: () => undefined, isIn: () => false };
  readonly detail = new Detail();
  /** Whether the pointer is down on the canvas, and whether what it is about was put back meanwhile. */
  isPressed = false;
  isPutBack = false;

  constructor(
    public scene: Scene,
    private readonly deeds: Deeds,
    private readonly isEditor: boolean,
    shown: string | undefined,
  ) {
    this.state = benchAtStart(shown, scene.boxes.size);
  }

  get mayEdit(): boolean {
    return this.isEditor && this.scene.diagram !== "";
  }

  get mayMove(): boolean {
    return this.mayEdit && !this.state.isLocked;
  }

  attach(view: View): void {
    this.view = view;
  }

  /** What was asked for elsewhere on the page and has not come into view yet: it has to be near enough to be read. */
  sought: string | undefined;

  /** Where the detail at the side is opened, and what it shows now. */
  follow(open: (id: string | null) => void, shown: string | undefined): void {
    const isNew = this.detail.follow(open, shown);
    const { selected } = this.state;
    if (!isNew || !shown || (selected.size === 1 && selected.has(shown))) return;
    this.sought = shown;
    this.set({ selected: new Set([shown]) });
  }

  /** Brings a part into view and gives it the focus. */
  focus = (id: string): void => this.view.focus(id);
  pointer = (): Spot | null => this.view.pointer();
  center = (): Spot => this.view.center();

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  set(change: Partial<BenchState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }

  say(said: string): void {
    // The same words twice are read twice only when they differ.
    this.set({ said: said === this.state.said ? `${said}\u00a0` : said });
  }

  toggle(name: Switch): void {
    const isOn = !this.state[name];
    this.set({ [name]: isOn });
    keep(name, isOn);
    this.say(told.switched(told.switches[name], isOn));
  }

  /** A new scene takes the place of the one that moves were for. */
  see(scene: Scene): void {
    if (scene === this.scene) return;
    this.scene = scene;
    const { selected } = this.state;
    const known = new Set([...scene.boxes.keys(), ...scene.flows.map(({ flow }) => flow.id)]);
    const left = [...selected].filter((id) => known.has(id) || id === "system");
    const { moves } = this.state;
    this.set({
      // What somebody is still dragging goes on in the new scene; what is saved stands in it.
      moves: moves && !moves.isSaved ? { ...moves, scene } : null,
      bending: null,
      sizing: null,
      ...(left.length < selected.size ? { selected: new Set(left) } : {}),
    });
  }

  hover(id: string | null): void {
    if (id !== this.state.hovered) this.set({ hovered: id });
  }

  /** Selects what is new; where a detail is open, it shows that. */
  selectNew(ids: readonly string[]): void {
    this.select(ids, this.detail.shown !== undefined);
  }

  /** Selects what was clicked; the detail may have to wait. */
  choose(id: string, isInTheWay: boolean): void {
    this.set({ selected: new Set([id]) });
    this.detail.click(id, isInTheWay, () => {
      const { selected, moves } = this.state;
      return selected.size === 1 && selected.has(id) && moves === null;
    });
  }

  /** Selects these and nothing else; one alone is opened at the side. */
  select(ids: Iterable<string>, isOpened = true): void {
    const selected = new Set(ids);
    this.set({ selected });
    if (!isOpened) return;
    this.detail.open(selected.size === 1 ? ([...selected][0] ?? null) : null);
  }

  /** Adds to the selection, or takes away what is in it. */
  alsoSelect(id: string): void {
    const selected = new Set(this.state.selected);
    if (!selected.delete(id)) selected.add(id);
    this.set({ selected });
    this.opensNothing();
  }

  /** After what is selected has changed otherwise than by a choice of one. */
  opensNothing(): void {
    this.detail.open(null);
    this.say(told.selected(this.state.selected.size));
  }

  selectAll(isAll = true): void {
    this.set({ selected: new Set(isAll ? this.scene.boxes.keys() : []) });
    this.opensNothing();
  }

  nameOf = (id: string): string => nameOf(this.scene.model, id);

  do(said: string, operations: readonly Operation[]): Promise<Done | null> {
    this.endSteps();
    this.say(said);
    return this.deeds.attempt({ words: said, operations });
  }

  async undo(): Promise<void> {
    this.settle();
    const undone = await this.deeds.undo();
    this.say(undone ? words.undone(undone) : words.nothingToUndo);
  }

  async redo(): Promise<void> {
    this.endSteps();
    const redone = await this.deeds.redo();
    this.say(redone ? words.redone(redone) : words.nothingToRedo);
  }

  /** A copy beside what is selected. */
  duplicate(): void {
    const copy = copyOf(this.scene, this.state.selected);
    if (copy) this.paste(copy, undefined, true);
  }

  // Adding.

  /** `kind` is of an element, or a boundary; the new one is named at once. */
  add(kind: string, label: string, at: Spot | null, from?: string): void {
    if (!this.mayEdit) return;
    const spot = at ?? freeSpot(this.scene, this.view.center());
    const added = kind === BOUNDARY ? addBoundary(this.scene, label, spot) : addElement(this.scene, kind, label, spot);
    const flow = from && kind !== BOUNDARY ? addFlow(from, added.id).operations : [];
    this.finish(added, words.added(label), flow);
    this.set({ renaming: added.id });
  }

  /** Ends asking. By key the focus goes back to what was asked about, else it stays where it went. */
  dismiss(isByKey: boolean): void {
    this.set({ asking: null });
    if (isByKey) this.view.focus([...this.state.selected][0] ?? "");
  }

  /** Draws a flow that is on its way. It ends at an element, or by asking: beside its source for an element, else for what to add. */
  join(from: string, at: Spot, isDone: boolean): void {
    this.set({ joining: isDone ? null : { from, at } });
    if (!isDone) return;
    const end = elementAt(this.scene, at);
    const isBeside = elementAt(this.scene, at, 2 * GRID) === from;
    if (!end) this.set({ asking: isBeside ? { for: "end", from } : { for: "kind", at, from } });
    else if (end !== from) this.connect(from, end);
  }

  /** The new flow is named at once, or left without a name. */
  connect(source: string, target: string): void {
    if (!this.mayEdit) return;
    const added = addFlow(source, target);
    this.finish(added, words.connected(this.nameOf(source), this.nameOf(target)));
    this.startNaming(added.id);
  }

  private finish({ id, operations }: Added, said: string, more: Operation[] = []): void {
    void this.do(said, [...operations, ...more]);
    this.set({ selected: new Set([id]), asking: null });
    if (this.detail.shown) this.detail.open(id);
  }

  // Moving.

  press(isDown: boolean): void {
    this.isPressed = isDown;
    if (!isDown) return;
    this.isPutBack = false;
    this.endSteps();
  }

  /** Puts back what the pointer is about: until it is pressed again it is about nothing. False where it was so already. */
  putBack(): boolean {
    const { moves, joining, bending, sizing } = this.state;
    if (!this.isPressed || !(joining ?? bending ?? sizing ?? moves)) return false;
    this.isPutBack = true;
    this.set({ moves: null, dropInto: null, joining: null, bending: null, sizing: null });
    this.say(told.putBack);
    return true;
  }

  movesNow(): Moves {
    const { moves } = this.state;
    return moves?.scene === this.scene ? moves.by : STILL;
  }

  /** Shows moves without saving them. */
  drag(moves: Moves, dragged?: string): void {
    const by = withContents(this.scene, moves);
    this.set({
      moves: { scene: this.scene, by, isSaved: false },
      dropInto: dragged ? homeAfter(this.scene, dragged, by) : null,
    });
  }

  /** Those that are not saved; somebody may have deleted what is moved. */
  private unsaved(): Moves {
    return new Map(
      [...(this.state.moves?.isSaved ? STILL : this.movesNow())].filter(([id]) => this.scene.boxes.has(id)),
    );
  }

  /** What things are changed from: they may have been moved by keys a moment ago. */
  get sceneNow(): Scene {
    return this.nudging.isOn ? sceneAfter(this.scene, this.unsaved()) : this.scene;
  }

  endSteps(): void {
    if (this.nudging.isOn) this.settle();
  }

  /** Saves what was dragged or nudged. */
  settle(): void {
    this.nudging.stop();
    const moves = this.unsaved();
    const isStill = [...moves.values()].every(([x, y]) => x === 0 && y === 0);
    const saved = this.state.moves?.isSaved ? this.state.moves : null;
    this.set({ dropInto: null, moves: isStill ? saved : { scene: this.scene, by: moves, isSaved: true } });
    if (isStill) return;
    const [outer = ""] = outermostOf(this.scene, new Set(moves.keys())).keys();
    void this.do(words.moved(moves.size, this.nameOf(outer)), moveOperations(this.scene, moves));
  }

  /** A step by key; steps that follow each other closely are one deed. */
  nudge([x, y]: Spot): void {
    const chosen = [...this.state.selected].filter((id) => this.scene.boxes.has(id));
    if (!this.mayMove || chosen.length === 0) return;
    if (this.nudging.isOfOthers(chosen)) this.settle();
    const before = this.unsaved();
    const next = chosen.map((id): [string, Spot] => {
      const [left, top] = before.get(id) ?? [0, 0];
      return [id, [left + x, top + y]];
    });
    this.drag(new Map(next));
    this.nudging.step(chosen, () => {
      this.settle();
      if (chosen.length === 1 && this.view.isIn(chosen[0] ?? "")) this.view.focus(chosen[0] ?? "");
    });
  }

  align(alignment: Alignment): void {
    this.moveAt((boxes, unit) => alignMoves(boxes, alignment, unit), words.aligned(this.state.selected.size));
  }

  distribute(direction: Direction): void {
    this.moveAt((boxes, unit) => distributeMoves(boxes, direction, unit), words.distributed(this.state.selected.size));
  }

  private moveAt(movesOf: (boxes: ReadonlyMap<string, Box>, unit: number) => Moves, said: string): void {
    const scene = this.sceneNow;
    const moves = movesOf(outermostOf(scene, this.state.selected), this.state.isSnapping ? GRID : 1);
    if (moves.size > 0 && this.mayMove) void this.do(said, moveOperations(scene, withContents(scene, moves)));
  }

  /** A new size of a boundary; `isDone` saves it. */
  resize(id: string, box: Box, isDone: boolean): void {
    this.set({ sizing: { scene: this.scene, id, box } });
    if (isDone && this.mayMove) void this.do(words.resized(this.nameOf(id)), resizeOperations(this.sceneNow, id, box));
  }

  /** A new shape of a flow's line; `isDone` saves it. */
  bend(id: string, bends: readonly Spot[], isDone: boolean): void {
    const drawn = this.scene.flows.find(({ flow }) => flow.id === id);
    if (!drawn || !this.mayMove) return;
    this.set({ bending: { scene: this.scene, flow: id, bends } });
    const after = isDone ? drawnFlow(this.scene.asides, drawn.flow, bends, this.scene.boxes) : undefined;
    if (after) void this.do(words.bent(this.nameOf(id)), [placing(this.scene, new Map(), [after])]);
  }

  /** Saves a layout that was computed elsewhere, of what has not been deleted meanwhile. */
  layOut(computed: ReadonlyMap<string, Box>, bends: ReadonlyMap<string, readonly Spot[]>): void {
    const boxes = new Map([...computed].filter(([id]) => this.scene.boxes.has(id)));
    const flows = this.scene.flows.map((drawn) => ({ ...drawn, bends: bends.get(drawn.flow.id) ?? [] }));
    void this.do(words.laidOut, [placing(this.scene, boxes, flows)]);
  }

  // Changing and removing.

  startNaming(id: string): void {
    this.detail.wait();
    if (this.mayEdit) this.set({ renaming: id });
  }

  /** `seen` is the part as it was when the naming began. */
  rename(seen: NamedPart, name: string | null): void {
    this.set({ renaming: null });
    const change = renamed(seen, name);
    if (change) void this.do(words.renamed(name || this.nameOf(seen.id)), [change]);
  }

  /** What other diagrams show too only leaves this one, unless it is to leave the model. */
  remove(isFromModel = false): void {
    const { selected } = this.state;
    if (!this.mayEdit || selected.size === 0) return;
    const stay = isFromModel ? [] : [...selected].filter((id) => this.scene.others.elsewhere.has(id));
    const go = [...selected].filter((id) => !stay.includes(id));
    this.gone(words.removal(this.namesOf(go), this.namesOf(stay)), [
      ...takeOff(this.scene, stay),
      ...removeOperations(this.scene.model, new Set(go)),
    ]);
  }

  /** Off this diagram; all of it stays in the model. */
  takeOff(): void {
    const drawn = [...this.state.selected].filter((id) => this.scene.boxes.has(id));
    if (this.mayEdit && drawn.length > 0) this.gone(words.takenOff(this.namesOf(drawn)), takeOff(this.scene, drawn));
  }

  private gone(said: string, operations: Operation[]): void {
    this.select([]);
    this.view.focus("");
    const { isAlone } = this.scene.others;
    if (operations.length === 0) return;
    // Where two things may be meant, it is shown which of them was done.
    void this.do(said, operations).then((done) => done && !isAlone && showToast(said, done.takeBack, done.takenBack));
  }

  private namesOf = (ids: readonly string[]) => ({ count: ids.length, name: this.nameOf(ids[0] ?? "") });

  group(): void {
    const grouped = groupOperations(this.sceneNow, this.state.selected, told.boundary);
    if (!grouped || !this.mayMove) return;
    this.finish(grouped, words.grouped(this.state.selected.size));
    this.set({ renaming: grouped.id });
  }

  /** False for a text that is nothing of ours. */
  paste(text: string, spot?: Spot, isDuplicate = false): boolean {
    const copied = this.mayEdit ? readCopy(text) : null;
    if (!copied) return false;
    const { operations, ids, count } = pasteOperations(this.scene, copied, spot);
    void this.do(isDuplicate ? words.duplicated(count) : words.pasted(count), operations);
    this.select(ids, ids.length > 1);
    this.view.focus(ids[0] ?? "");
    return true;
  }
}
