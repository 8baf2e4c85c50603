/** What the keys of the tree do to the model. Each is one deed that undo takes back. */
import type { Deeds } from "@/api/deeds";
import type { Operation } from "@/api/operations";
import type { Picture } from "@/api/picture";
import { showToast } from "@/components/toasts";
import type { TreeState } from "@/components/tree/useTree";
import { messages } from "@/lib/messages";
import { addFlow, freeName } from "../canvas/adding";
import { copyOf, pasteOperations, readCopy } from "../canvas/copying";
import { type NamedPart, renamed } from "../canvas/naming";
import { homesOf } from "../canvas/nesting";
import { removeOperations } from "../canvas/removing";
import type { Scene } from "../canvas/scene";
import { makeId } from "@/lib/ids";
import { groupOf, moveInto } from "./regrouping";

const words = messages.deeds;
const told = messages.outline;
export const BOUNDARY = "boundary";

interface Surroundings {
  picture: Picture;
  tree: TreeState;
  deeds: Deeds;
  say: (text: string) => void;
  /** With a place for everything, as copies know places. */
  scene: Scene | null;
}

export class TreeDeeds {
  constructor(private readonly around: Surroundings) {}

  private get picture(): Picture {
    return this.around.picture;
  }

  private do(said: string, operations: readonly Operation[], isNoted = false): void {
    this.around.say(said);
    void this.around.deeds
      .attempt({ words: said, operations })
      .then((done) => isNoted && done && showToast(said, done.takeBack, done.takenBack));
  }

  nameOf(id: string): string {
    const { elements, boundaries, flows } = this.picture;
    const part = [...elements, ...boundaries].find((one) => one.id === id);
    if (part) return part.name;
    const flow = flows.find((one) => one.id === id);
    return flow ? flow.name || messages.picture.between(this.nameOf(flow.source), this.nameOf(flow.target)) : "";
  }

  private named(ids: readonly string[]): string {
    return ids.length === 1 ? this.nameOf(ids[0] ?? "") : told.things(ids.length);
  }

  isBoundary = (id: string): boolean => this.picture.boundaries.some((boundary) => boundary.id === id);

  /** The boundary into which something new goes: the one in focus, or that around what is in focus. */
  homeHere(): string | null {
    const { items, index } = this.around.tree;
    const id = items[index]?.node.id ?? "";
    if (this.isBoundary(id)) return id;
    const source = this.picture.flows.find((flow) => flow.id === id)?.source ?? id;
    return homesOf(this.picture).get(source) ?? null;
  }

  /** The element in focus, or the one that the flow in focus leaves. */
  elementHere(): string | undefined {
    const { items, index } = this.around.tree;
    const id = items[index]?.node.id;
    const source = this.picture.flows.find((flow) => flow.id === id)?.source ?? id;
    return this.picture.elements.find((element) => element.id === source)?.id;
  }

  add(kind: string, label: string): void {
    const home = this.homeHere();
    const id = makeId();
    const isBoundary = kind === BOUNDARY;
    const others: readonly { name: string }[] = isBoundary ? this.picture.boundaries : this.picture.elements;
    const name = freeName(
      others.map((part) => part.name),
      label,
    );
    const create: Operation = isBoundary
      ? { op: "create", type: "boundary", id, values: { name, parent: home } }
      : { op: "create", type: "element", id, values: { name, kind, boundary: home } };
    this.do(words.added(name), [create]);
    this.around.tree.goTo(id, home);
    this.around.tree.rename(id);
  }

  connect(source: string, target: string): void {
    const { id, operations } = addFlow(source, target);
    this.do(words.connected(this.nameOf(source), this.nameOf(target)), operations);
    this.around.tree.goTo(id, source);
  }

  /** `seen` is the part as it was when the naming began. */
  rename(seen: NamedPart, name: string): void {
    const change = renamed(seen, name);
    if (change) this.do(words.renamed(name || this.nameOf(seen.id)), [change]);
  }

  remove(ids: readonly string[]): void {
    if (ids.length === 0) return;
    const said = words.removal({ count: ids.length, name: this.nameOf(ids[0] ?? "") }, { count: 0, name: "" });
    this.do(said, removeOperations(this.picture, new Set(ids)), true);
  }

  moveTo(ids: readonly string[], home: string | null): void {
    const operations = moveInto(this.picture, new Set(ids), home);
    if (!operations) return this.around.say(told.notInto);
    if (operations.length === 0) return;
    const where = home === null ? told.outside : this.nameOf(home);
    this.do(told.movedInto(this.named(ids), where), operations);
    this.around.tree.goTo(ids[0] ?? "", home);
  }

  /** Out of the boundary in which it lies, to where that lies. */
  moveOut(ids: readonly string[]): void {
    const homes = homesOf(this.picture);
    const home = homes.get(ids[0] ?? "") ?? null;
    if (home === null) return this.around.say(told.isOutside);
    this.moveTo(ids, homes.get(home) ?? null);
  }

  /** Into the boundary that stands nearest above beside it. */
  moveIn(ids: readonly string[]): void {
    const { items, index } = this.around.tree;
    const parent = items[index]?.parent ?? null;
    const above = items
      .slice(0, Math.max(0, index))
      .findLast((item) => item.parent === parent && this.isBoundary(item.node.id) && !ids.includes(item.node.id));
    if (!above) return this.around.say(told.noBoundaryAbove);
    this.moveTo(ids, above.node.id);
  }

  group(ids: readonly string[]): void {
    const { id, operations } = groupOf(this.picture, new Set(ids), messages.workbench.boundary);
    if (operations.length < 2) return;
    this.do(words.grouped(operations.length - 1), operations);
    this.around.tree.goTo(id);
    this.around.tree.rename(id);
  }

  ungroup(ids: readonly string[]): void {
    const boundaries = ids.filter(this.isBoundary);
    if (boundaries.length === 0) return;
    this.do(told.ungrouped(this.named(boundaries)), removeOperations(this.picture, new Set(boundaries)), true);
  }

  copy(ids: readonly string[]): string | null {
    const { scene } = this.around;
    return scene && copyOf(scene, new Set(ids));
  }

  /** Puts copies where the focus is. False for a text that is nothing of ours. */
  paste(text: string, isDuplicate = false): boolean {
    const { scene, tree } = this.around;
    const copied = scene && readCopy(text);
    if (!scene || !copied) return false;
    const { operations, ids, count } = pasteOperations(scene, copied);
    const home = isDuplicate ? undefined : this.homeHere();
    const outer = new Set(ids);
    const homed = operations.map((operation) =>
      operation.op === "create" && home !== undefined && outer.has(operation.id)
        ? {
            ...operation,
            values: { ...operation.values, [operation.type === "element" ? "boundary" : "parent"]: home },
          }
        : operation,
    );
    this.do(isDuplicate ? words.duplicated(count) : words.pasted(count), homed);
    tree.goTo(ids[0] ?? "", home ?? null);
    return true;
  }
}
