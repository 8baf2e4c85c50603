/**
 * The one way in which this page changes a model: a deed, which is shown at once, saved in one request, and can be taken
 * back. What the server has said stands in the answers of the queries (`useParts`, `useArrangement`); what is still on its
 * way to the server lies over them.
 */
import type { QueryClient } from "@tanstack/react-query";
import { keys } from "@/api/keys";
import { arrangementAfter, LIST_OF, type Operation, type PartType, rowsAfter } from "@/api/operations";
import type { PartKind, Parts } from "@/api/parts";
import { Problem } from "@/api/problems";
import type { Arrangement, Stamped } from "@/api/types";
import { whileWaiting } from "@/api/waiting";
import { makeId } from "@/lib/ids";

export interface Deed {
  /** What was done, as undo and redo name it: "Move 3 things". */
  words: string;
  operations: readonly Operation[];
}

export interface Answer {
  revision: number;
  event: number | null;
  rows: Partial<Record<PartType, Stamped[]>>;
  gone: string[];
  undo: Operation[];
}

export interface Done extends Answer {
  /** Takes this deed back, whatever was done after it. */
  takeBack: () => void;
}

/** The newest deed that can be taken back, the newest that can be done again, and how many are on their way. */
export interface DeedState {
  undo: string | null;
  redo: string | null;
  waiting: number;
}

export interface DeedSurroundings {
  send(operations: readonly Operation[], key: string): Promise<Answer>;
  wait(milliseconds: number): Promise<void>;
}

const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 20_000;
/** No answer, or one of a server that is not quite there: the same key makes it safe to send again. */
const isWorthRepeating = (error: unknown): boolean =>
  !(error instanceof Problem) || [502, 503, 504].includes(error.status);

export class Deeds {
  private readonly onTheirWay = new Set<readonly Operation[]>();
  private queue: Promise<unknown> = Promise.resolve();
  private readonly back: Deed[] = [];
  private readonly forth: Deed[] = [];
  /** Which versions of which rows this page has made, and which events: they are nobody else's. */
  private readonly made = new Set<string>();
  private readonly events = new Set<number>();
  private state: DeedState = { undo: null, redo: null, waiting: 0 };
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly queries: QueryClient,
    private readonly system: string,
    private readonly surroundings: DeedSurroundings,
  ) {}

  /** Shows a deed at once and saves it. The promise fails where the server refuses; then nothing of it stays. */
  async do({ words, operations }: Deed): Promise<Done> {
    const answer = await this.saved(operations);
    const way = { words, operations: answer.undo };
    if (answer.undo.length > 0) this.back.push(way);
    this.forth.length = 0;
    this.tell();
    return { ...answer, takeBack: () => void this.told(() => this.take(this.back, this.forth, way)) };
  }

  /** The same where nobody waits for the outcome: what the server refuses is told, and gives null. */
  attempt = (deed: Deed): Promise<Done | null> => this.told(() => this.do(deed));

  /** Takes back what was done last; says what that was, or null where there is nothing or it was refused. */
  undo = (): Promise<string | null> => this.told(() => this.take(this.back, this.forth));

  redo = (): Promise<string | null> => this.told(() => this.take(this.forth, this.back));

  /** Rows that have just come from the server, with what it does not know yet. */
  over<Kind extends PartKind>(kind: Kind, rows: Parts[Kind][]): Parts[Kind][] {
    return rowsAfter(kind, rows, this.pending());
  }

  overArrangement(diagram: string, arrangement: Arrangement): Arrangement {
    return arrangementAfter(diagram, arrangement, this.pending());
  }

  /** Whether an event tells what this page did itself; known once the answers have come. */
  async isOwn(sequence: number): Promise<boolean> {
    await this.queue;
    return this.events.has(sequence);
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  snapshot = (): DeedState => this.state;

  /** As a mutation, so that a refusal is told where all refusals are. */
  private told<Outcome>(work: () => Promise<Outcome>): Promise<Outcome | null> {
    const options = { mutationFn: work, meta: { isAlwaysTold: true }, networkMode: "always" as const };
    return this.queries
      .getMutationCache()
      .build(this.queries, options)
      .execute(undefined as never)
      .catch(() => null);
  }

  private async take(from: Deed[], to: Deed[], chosen?: Deed): Promise<string | null> {
    // What was done a moment ago may still be on its way, and only its answer says how to take it back.
    await this.queue;
    const deed = chosen ?? from.at(-1);
    const index = deed ? from.lastIndexOf(deed) : -1;
    if (!deed || index < 0) return null;
    from.splice(index, 1);
    this.tell();
    const { undo } = await this.saved(deed.operations);
    to.push({ words: deed.words, operations: undo });
    this.tell();
    return deed.words;
  }

  private saved(operations: readonly Operation[]): Promise<Answer> {
    const seen = operations.map((operation) => this.asSeen(operation));
    this.onTheirWay.add(seen);
    this.show(seen);
    this.tell();
    const saving = whileWaiting(this.queue.then(() => this.sent(seen)));
    this.queue = saving.catch(() => undefined);
    return saving;
  }

  private async sent(operations: readonly Operation[]): Promise<Answer> {
    try {
      const answer = await this.insisted(operations.map((operation) => this.ofNow(operation)));
      this.onTheirWay.delete(operations);
      this.takeIn(answer, operations);
      return answer;
    } catch (error) {
      this.onTheirWay.delete(operations);
      void this.queries.invalidateQueries({ queryKey: ["system", this.system] });
      throw error;
    } finally {
      this.tell();
    }
  }

  private async insisted(operations: readonly Operation[]): Promise<Answer> {
    const key = makeId();
    for (let wait = FIRST_WAIT; ; wait = Math.min(2 * wait, LONGEST_WAIT)) {
      try {
        return await this.surroundings.send(operations, key);
      } catch (error) {
        if (!isWorthRepeating(error)) throw error;
        await this.surroundings.wait(wait);
      }
    }
  }

  /** Names the version that is on the page, so that somebody else's change in between is noticed. */
  private asSeen(operation: Operation): Operation {
    if (operation.op !== "change" || operation.version !== undefined) return operation;
    const row = this.rows(LIST_OF[operation.type])?.find(({ id }) => id === operation.id);
    return row ? { ...operation, version: row.version } : operation;
  }

  /** What this page changed itself since then is no conflict. */
  private ofNow(operation: Operation): Operation {
    if ((operation.op !== "change" && operation.op !== "delete") || operation.version === undefined) return operation;
    let { version } = operation;
    while (this.made.has(`${operation.id} ${version + 1}`)) version += 1;
    return { ...operation, version };
  }

  private takeIn({ rows, gone, event }: Answer, operations: readonly Operation[]): void {
    if (event !== null) this.events.add(event);
    for (const row of Object.values(rows).flat()) this.made.add(`${row.id} ${row.version}`);
    for (const type of Object.keys(LIST_OF) as PartType[]) {
      const fresh = new Map((rows[type] ?? []).map((row) => [row.id, row]));
      const left = new Set(gone);
      this.replace(LIST_OF[type], (all) => {
        if (fresh.size === 0 && !all.some(({ id }) => left.has(id))) return all;
        const known = new Set(all.map(({ id }) => id));
        const added = [...fresh.values()].filter(({ id }) => !known.has(id));
        return [...all.filter(({ id }) => !left.has(id)).map((row) => fresh.get(row.id) ?? row), ...added];
      });
    }
    this.show(this.pending());
    if (operations.some(isInherited))
      void this.queries.invalidateQueries({ queryKey: keys.system(this.system, "elements") });
  }

  private show(operations: readonly Operation[]): void {
    for (const kind of Object.values(LIST_OF)) this.replace(kind, (rows) => rowsAfter(kind, rows as never, operations));
    const placed = this.queries.getQueriesData<Arrangement>({ queryKey: keys.system(this.system, "placements") });
    for (const [key, arrangement] of placed)
      if (arrangement) this.queries.setQueryData(key, arrangementAfter(String(key.at(-1)), arrangement, operations));
  }

  private rows = (kind: PartKind) => this.queries.getQueryData<Stamped[]>(keys.system(this.system, kind));

  private replace(kind: PartKind, other: (rows: Stamped[]) => Stamped[]): void {
    const rows = this.rows(kind);
    const next = rows && other(rows);
    if (next !== rows) this.queries.setQueryData(keys.system(this.system, kind), next);
  }

  private pending = (): Operation[] => [...this.onTheirWay].flat();

  private tell(): void {
    const [undo, redo] = [this.back, this.forth].map((deeds) => deeds.at(-1)?.words ?? null);
    this.state = { undo: undo ?? null, redo: redo ?? null, waiting: this.onTheirWay.size };
    for (const listener of this.listeners) listener();
  }
}

/** A change of a boundary that changes what holds for the elements inside. */
const isInherited = (operation: Operation): boolean =>
  operation.op !== "place" &&
  operation.type === "boundary" &&
  (operation.op === "delete" || "attributes" in operation.values || "parent" in operation.values);
