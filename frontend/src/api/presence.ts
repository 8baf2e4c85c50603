/** Who else is here, where they look, and what this page tells them of itself. It is known while the page is open, and saved nowhere. */
import { createContext, useContext, useSyncExternalStore } from "react";

export interface Here {
  tab: string;
  person: string;
  name: string;
  system: string | null;
  place: string;
  following: string | null;
  /** Seconds since it was said, where it was not said just now. */
  age?: number;
}

export interface Look {
  diagram: string;
  /** In the measures of the diagram; null where the pointer is elsewhere. */
  pointer: readonly [number, number] | null;
  selected: readonly string[];
  /** What can be seen of the diagram: left, top, width, height. It reaches followers only. */
  view: readonly [number, number, number, number] | null;
}

export interface Seen extends Look {
  person: string;
  at: number;
}

/** Another person, however many tabs they have open. */
export interface Other extends Pick<Here, "person" | "name" | "system" | "place"> {
  isAway: boolean;
  isFollowingMe: boolean;
}

export type PresenceMessage =
  | ({ type: "here" } & Here)
  | { type: "gone"; tab: string; person: string }
  | { type: "looks"; looks: readonly ({ person: string } & Look)[] };

const AWAY_AFTER = 30_000;
const HEARTBEAT = 10_000;
/** Ten looks a second. */
const LOOK_PAUSE = 100;
const DRAWING_PLACE = "picture";
const NOWHERE = { system: null as string | null, place: "" };

export class Presence {
  others: readonly Other[] = [];
  looks: ReadonlyMap<string, Seen> = new Map();
  following: string | null = null;
  private tabs = new Map<string, Here & { at: number }>();
  private where = NOWHERE;
  private compose: (() => Look) | null = null;
  private lastLook = "";
  private lookTimer: ReturnType<typeof setTimeout> | undefined;
  private beat: ReturnType<typeof setInterval> | undefined;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly me: string,
    private readonly say: (message: object) => void = () => undefined,
  ) {}

  start(): void {
    this.beat = setInterval(() => this.tick(), HEARTBEAT);
  }

  stop(): void {
    clearInterval(this.beat);
    clearTimeout(this.lookTimer);
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  // What is heard.

  /** The line is there: who is here already is known now, and this page says that it is here too. */
  joined(people: readonly Here[]): void {
    this.tabs = new Map(people.map((here) => [here.tab, { ...here, at: Date.now() - (here.age ?? 0) * 1_000 }]));
    this.lastLook = "";
    this.sayWhere();
    this.changed();
  }

  take(message: PresenceMessage): void {
    if (message.type === "looks") {
      const there = new Set(this.others.filter(isDrawing).map(({ person }) => person));
      // Some may have been said before somebody left the picture, and are heard after that.
      const fresh = message.looks.filter(({ person }) => there.has(person));
      this.looks = new Map([
        ...this.looks,
        ...fresh.map((look) => [look.person, { ...look, at: Date.now() }] as const),
      ]);
      this.tell();
      return;
    }
    if (message.type === "gone") this.tabs.delete(message.tab);
    else this.tabs.set(message.tab, { ...message, at: Date.now() });
    this.changed();
  }

  // What is told.

  at(system: string | null, place: string): void {
    this.where = { system, place };
    this.sayWhere();
    this.changed();
  }

  follow(person: string | null): void {
    if (person === this.following) return;
    this.following = person;
    this.sayWhere();
    this.tell();
  }

  /** From now on `compose` says where this page looks; what it gives stops that. */
  lookFrom(compose: () => Look): () => void {
    this.compose = compose;
    this.stir();
    return () => {
      this.compose = null;
    };
  }

  /** Something of it has changed: the others hear of it soon, and of many changes once. */
  stir = (): void => {
    this.lookTimer ??= setTimeout(() => {
      this.lookTimer = undefined;
      this.sayLook();
    }, LOOK_PAUSE);
  };

  private sayWhere(): void {
    this.say({ type: "here", ...this.where, following: this.following });
  }

  private sayLook(): void {
    const { system, place } = this.where;
    const isWanted = place === DRAWING_PLACE && this.others.some((other) => !other.isAway && other.system === system);
    if (!this.compose || !isWanted) return;
    const look = this.compose();
    // Who follows somebody shows nothing of their own; two who follow each other would never come to rest.
    const isFollowed = this.following === null && this.others.some((other) => other.isFollowingMe);
    const said = JSON.stringify({ type: "look", ...look, view: isFollowed ? look.view : null });
    if (said === this.lastLook) return;
    this.lastLook = said;
    this.say(JSON.parse(said) as object);
  }

  private tick(): void {
    // A page that nobody sees does not say that somebody is here.
    if (!document.hidden) this.sayWhere();
    this.changed();
  }

  private changed(): void {
    const before = this.others;
    const after = othersOf([...this.tabs.values()], this.me);
    const stay = new Set(after.filter(isDrawing).map(({ person }) => person));
    if ([...this.looks.keys()].some((person) => !stay.has(person)))
      this.looks = new Map([...this.looks].filter(([person]) => stay.has(person)));
    if (JSON.stringify(before) === JSON.stringify(after)) return;
    this.others = after;
    if (this.following && !after.some(({ person }) => person === this.following)) this.follow(null);
    // Whoever has come since has not heard the last look.
    this.lastLook = "";
    this.stir();
    this.tell();
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

const isDrawing = ({ place, isAway }: Other): boolean => place === DRAWING_PLACE && !isAway;

/** Each other person once, as their newest tab says; by name, who is away last. */
export function othersOf(tabs: readonly (Here & { at: number })[], me: string): Other[] {
  const newest = new Map<string, Here & { at: number }>();
  for (const tab of tabs)
    if (tab.person !== me && tab.at > (newest.get(tab.person)?.at ?? 0)) newest.set(tab.person, tab);
  return [...newest.values()]
    .map(({ person, name, system, place, following, at }) => {
      const isAway = Date.now() - at > AWAY_AFTER;
      return { person, name, system, place, isAway, isFollowingMe: following === me && !isAway };
    })
    .sort((one, two) => Number(one.isAway) - Number(two.isAway) || one.name.localeCompare(two.name));
}

export const PresenceContext = createContext(new Presence(""));

export const usePresence = (): Presence => useContext(PresenceContext);

function useOf<Value>(choose: (presence: Presence) => Value): Value {
  const presence = usePresence();
  return useSyncExternalStore(presence.subscribe, () => choose(presence));
}

export const useOthers = (): readonly Other[] => useOf(({ others }) => others);
export const useLooks = (): ReadonlyMap<string, Seen> => useOf(({ looks }) => looks);

/** The person whom this page follows. */
export function useFollowed(): Other | undefined {
  const following = useOf((presence) => presence.following);
  return useOthers().find(({ person }) => person === following);
}
