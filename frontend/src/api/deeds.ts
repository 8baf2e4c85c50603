/**
 * The one way in which this page changes a model: a deed, which is shown at once, saved in one request, and can be taken
 * back. What the server has said stands in the answers of the queries (`useParts`, `useArrangement`); what is still on its
 * way to the server lies over them.
 */
import type { QueryClient } from "@tanstack/react-query";
import type { Comment } from "@/api/comments";
import { keys } from "@/api/keys";
import { arrangementAfter, LIST_OF, type Operation, type PartType, rowsAfter } from "@/api/operations";
import type { WaitingDeed } from "@/api/outbox";
import type { PartKind, Parts } from "@/api/parts";
import { Problem } from "@/api/problems";
import { addRefusal, dropRefusal, type Refusal, withoutConflicts, withoutVersions } from "@/api/refusals";
import { commentsAfter, isRemark } from "@/api/remarks";
import type { SystemScope } from "@/api/scope";
import type { Arrangement, Stamped } from "@/api/types";
import { whileWaiting } from "@/api/waiting";
import { makeId } from "@/lib/ids";

export interface Deed {
  /** What was done, as undo and redo name it: "Move 3 things". */
  words: string;
  operations: readonly Operation[];
  /** What the server refuses is kept for the person to decide about; otherwise whoever did it still has it. */
  isKept?: boolean;
}

export interface Answer {
  revision: number;
  event: number | null;
  rows: Partial<Record<PartType, Stamped[]> & { comment: Comment[] }>;
  gone: string[];
  undo: Operation[];
}

export interface Done extends Answer {
  /** Takes this deed back, whatever was done after it. */
  takeBack: () => void;
  /** Comes true once it is taken back, in this way or any other. */
  takenBack: Promise<void>;
}

/** A deed that can be done next, with whoever waits for that. What it takes is known once the server has answered. */
interface Way {
  words: string;
  operations: Promise<readonly Operation[]>;
  onTaken?: () => void;
}

/** The newest deed that can be taken back, the newest that can be done again, and how many are on their way. */
export interface DeedState {
  undo: string | null;
  redo: string | null;
  waiting: number;
}

export interface DeedSurroundings {
  /** The id of this page. */
  page: string;
  send(operations: readonly Operation[], key: string): Promise<Answer>;
  wait(milliseconds: number): Promise<void>;
  /** Keeps what waits where a reload does not lose it. */
  keep(deed: WaitingDeed): void;
  release(key: string): void;
}

const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 20_000;
/** The person has to sign in again, asks too fast, or the server is not quite there. */
const LATER = [401, 429, 502, 503, 504];
/** No answer, or one that may be another later: the same key makes it safe to send again. */
const isWorthRepeating = (error: unknown): boolean => !(error instanceof Problem) || LATER.includes(error.status);

export class Deeds {
  private readonly onTheirWay = new Set<WaitingDeed>();
  private queue: Promise<unknown> = Promise.resolve();
  /** The last that was asked to be taken back or done again, until it has joined the queue. */
  private taking: Promise<unknown> = Promise.resolve();
  private readonly back: Way[] = [];
  private readonly forth: Way[] = [];
  /** Which versions of which rows came of deeds that are sent from here, by the page on which those were done. */
  private readonly made = new Map<string, string>();
  /** The events of those deeds: they are nobody else's. */
  private readonly events = new Set<number>();
  private state: DeedState = { undo: null, redo: null, waiting: 0 };
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly queries: QueryClient,
    private readonly path: SystemScope,
    private readonly surroundings: DeedSurroundings,
  ) {}

  /** Shows a deed at once and saves it. The promise fails where the server refuses; then the page shows none of it. */
  async do({ words, operations, isKept = false }: Deed): Promise<Done> {
    const saving = this.saved(words, operations, isKept);
    // A comment cannot be taken back, and leaves alone what can.
    const ways = operations.some(isRemark) ? [] : this.back;
    const way = this.leads(ways, words, saving);
    const takenBack = new Promise<void>((resolve) => Object.assign(way, { onTaken: resolve }));
    if (ways === this.back) this.forth.length = 0;
    this.tell();
    const answer = await saving;
    return { ...answer, takeBack: () => void this.told(() => this.take(this.back, this.forth, way)), takenBack };
  }

  /** The same where nobody waits for the outcome: what the server refuses is kept to be decided about, and gives null. */
  attempt = (deed: Deed): Promise<Done | null> => this.told(() => this.do({ ...deed, isKept: true }));

  /** Keeps what was typed and cannot be sent as it stands, until the person has decided about it. */
  hold({ words, operations }: Deed, reason: string): void {
    this.resume({ ...this.waiting(words, operations), reason });
  }

  /** Goes on with a deed that an earlier page has left behind. */
  resume(deed: WaitingDeed): void {
    if (deed.reason === undefined) return void this.told(() => this.way(deed, true));
    this.surroundings.keep(deed);
    addRefusal({ ...deed, problem: new Problem(0, { detail: deed.reason }) });
  }

  /** After a refusal: mine is to hold, whatever others have done since. */
  async useMine(refusal: Refusal): Promise<void> {
    dropRefusal(refusal.key);
    await this.queries.refetchQueries({ queryKey: ["system", this.path.system] });
    const doing = this.attempt({ words: refusal.words, operations: withoutVersions(refusal) });
    // Not before the new one is kept: what was typed is always in one of them.
    this.surroundings.release(refusal.key);
    await doing;
  }

  /** After a refusal: theirs stays, and what nobody else has touched is done all the same. */
  async keepTheirs(refusal: Refusal): Promise<void> {
    this.letGo(refusal);
    const operations = refusal.problem.conflicts.length > 0 ? withoutConflicts(refusal) : [];
    if (operations.length > 0) await this.attempt({ words: refusal.words, operations });
  }

  private letGo({ key }: Refusal): void {
    dropRefusal(key);
    this.surroundings.release(key);
  }

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

  /** Comments on one thing, with what the server does not know yet; `me` is what the person is called. */
  overComments(object: string, comments: readonly Comment[], me: string): Comment[] {
    return commentsAfter(object, comments, this.pending(), me);
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

  /** A refusal is kept, and shown where all of them are. */
  private told = <Outcome>(work: () => Promise<Outcome>): Promise<Outcome | null> => work().catch(() => null);

  private async take(from: Way[], to: Way[], chosen = from.at(-1)): Promise<string | null> {
    // Chosen when it is asked for: whoever presses keys faster than the server answers means them in that order.
    const index = chosen ? from.lastIndexOf(chosen) : -1;
    if (!chosen || index < 0) return null;
    from.splice(index, 1);
    chosen.onTaken?.();
    const { words } = chosen;
    const joined = this.taking
      .then(() => chosen.operations)
      .then((operations) => ({ saving: this.saved(words, operations, true) }));
    this.taking = joined.catch(() => undefined);
    const saving = joined.then((one) => one.saving);
    this.leads(to, words, saving);
    this.tell();
    await saving;
    return words;
  }

  /** Makes the way back from a deed the next of these, until it turns out that there is none. */
  private leads(ways: Way[], words: string, answer: Promise<Answer>): Way {
    const operations = answer.then(({ undo }) =>
      undo.length > 0 ? undo : Promise.reject(new Error("Nothing to do.")),
    );
    const way: Way = { words, operations };
    ways.push(way);
    operations.catch(() => {
      const index = ways.indexOf(way);
      if (index >= 0) ways.splice(index, 1);
      this.tell();
    });
    return way;
  }

  private saved(words: string, operations: readonly Operation[], isKept: boolean): Promise<Answer> {
    const seen = operations.map((operation) => this.asSeen(operation));
    return this.way(this.waiting(words, seen), isKept);
  }

  private waiting(words: string, operations: readonly Operation[]): WaitingDeed {
    const { page } = this.surroundings;
    return { ...this.path, key: makeId(), words, operations, isSent: false, page, at: Date.now() };
  }

  /** The way of a deed to the server, after those that were done before it. */
  private way(deed: WaitingDeed, isKept: boolean): Promise<Answer> {
    this.onTheirWay.add(deed);
    this.surroundings.keep(deed);
    this.show(deed.operations);
    this.tell();
    const saving = whileWaiting(this.queue.then(() => this.sent(deed, isKept)));
    this.queue = saving.catch(() => undefined);
    return saving;
  }

  private async sent(deed: WaitingDeed, isKept: boolean): Promise<Answer> {
    try {
      const answer = await this.insisted(deed);
      this.onTheirWay.delete(deed);
      this.surroundings.release(deed.key);
      this.takeIn(answer, deed);
      return answer;
    } catch (error) {
      this.onTheirWay.delete(deed);
      if (isKept && error instanceof Problem) addRefusal({ ...deed, problem: error });
      else this.surroundings.release(deed.key);
      void this.queries.invalidateQueries({ queryKey: ["system", this.path.system] });
      throw error;
    } finally {
      this.tell();
    }
  }

  private async insisted(deed: WaitingDeed): Promise<Answer> {
    // From the first time on, the key belongs to exactly these operations.
    if (!deed.isSent) Object.assign(deed, { operations: this.now(deed), isSent: true });
    for (let wait = FIRST_WAIT; ; wait = Math.min(2 * wait, LONGEST_WAIT)) {
      this.surroundings.keep(deed);
      try {
        return await this.surroundings.send(deed.operations, deed.key);
      } catch (error) {
        if (!isWorthRepeating(error)) throw error;
        await this.surroundings.wait(wait);
      }
    }
  }

  private now = ({ operations, page }: WaitingDeed): Operation[] => operations.map((one) => this.ofNow(one, page));

  /** Names the version that is on the page, so that somebody else's change in between is noticed. */
  private asSeen(operation: Operation): Operation {
    if (operation.op !== "change" || operation.version !== undefined) return operation;
    const row = this.rows(LIST_OF[operation.type])?.find(({ id }) => id === operation.id);
    return row ? { ...operation, version: row.version } : operation;
  }

  /** What the page on which it was done changed itself since then is no conflict. */
  private ofNow(operation: Operation, page: string): Operation {
    if (!("version" in operation) || operation.version === undefined || operation.op === "create") return operation;
    let { version } = operation;
    const isMade = (number: number) => {
      const key = `${operation.id} ${number}`;
      return this.made.has(key) && this.made.get(key) === page;
    };
    while (isMade(version + 1)) version += 1;
    return { ...operation, version };
  }

  private takeIn({ rows, gone, event }: Answer, { operations, page }: WaitingDeed): void {
    if (event !== null) this.events.add(event);
    for (const row of Object.values(rows).flat()) this.made.set(`${row.id} ${row.version}`, page);
    // Another page that goes on with these does not know what this one has made.
    for (const deed of this.onTheirWay)
      if (!deed.isSent) this.surroundings.keep(Object.assign(deed, { operations: this.now(deed) }));
    for (const type of Object.keys(LIST_OF) as PartType[]) {
      const fresh = new Map((rows[type] ?? []).map((row) => [row.id, row]));
      const left = new Set(gone);
      this.replace(LIST_OF[type], (all) => {
        if (fresh.size === 0 && !all.some(({ id }) => left.has(id))) return all;
        const known = new Set(all.map(({ id }) => id));
        const added = [...fresh.values()].filter(({ id }) => !known.has(id));
        return [...all.filter(({ id }) => !left.has(id)).map((row) => newer(fresh.get(row.id), row)), ...added];
      });
    }
    this.show(this.pending());
    if (operations.some(isInherited))
      void this.queries.invalidateQueries({ queryKey: keys.system(this.path.system, "elements") });
  }

  private show(operations: readonly Operation[]): void {
    for (const kind of Object.values(LIST_OF)) this.replace(kind, (rows) => rowsAfter(kind, rows as never, operations));
    const placed = this.queries.getQueriesData<Arrangement>({ queryKey: keys.system(this.path.system, "placements") });
    for (const [key, arrangement] of placed)
      if (arrangement) this.queries.setQueryData(key, arrangementAfter(String(key.at(-1)), arrangement, operations));
  }

  private rows = (kind: PartKind) => this.queries.getQueryData<Stamped[]>(keys.system(this.path.system, kind));

  private replace(kind: PartKind, other: (rows: Stamped[]) => Stamped[]): void {
    const rows = this.rows(kind);
    const next = rows && other(rows);
    if (next !== rows) this.queries.setQueryData(keys.system(this.path.system, kind), next);
  }

  private pending = (): Operation[] => [...this.onTheirWay].flatMap(({ operations }) => operations);

  private tell(): void {
    const [undo, redo] = [this.back, this.forth].map((deeds) => deeds.at(-1)?.words ?? null);
    this.state = { undo: undo ?? null, redo: redo ?? null, waiting: this.onTheirWay.size };
    for (const listener of this.listeners) listener();
  }
}

/** An answer that was long on its way may be older than what has been read since. */
const newer = (answered: Stamped | undefined, read: Stamped): Stamped =>
  answered && answered.version >= read.version ? answered : read;

/** A change of a boundary that changes what holds for the elements inside. */
const isInherited = (operation: Operation): boolean =>
  operation.op !== "place" &&
  !isRemark(operation) &&
  operation.type === "boundary" &&
  (operation.op === "delete" || "attributes" in operation.values || "parent" in operation.values);
