/** The live feed of a workspace: one socket that comes back by itself and asks for what it missed. */
import type { Here, PresenceMessage } from "@/api/presence";
import type { Event, RunState } from "@/api/types";

export interface ProgressMessage {
  type: "progress";
  run: string;
  system: string;
  done: number;
  total: number;
  element: string;
  state: RunState;
}

type Message =
  | ProgressMessage
  | PresenceMessage
  | { type: "event"; event: Event }
  | { type: "ready"; people: Here[] }
  | { type: "pong" }
  | { type: "error"; detail: string };

/** What the feed needs of a socket; the browser's WebSocket has it. */
export interface Socket {
  send(text: string): void;
  close(): void;
  onopen: ((event: never) => void) | null;
  onmessage: ((event: { data: string }) => void) | null;
  onclose: ((event: { code: number }) => void) | null;
}

export interface LiveListener {
  onEvent(event: Event): void;
  onProgress(message: ProgressMessage): void;
  /** Who is here already. */
  onPeople(people: readonly Here[]): void;
  onPresence(message: PresenceMessage): void;
  onConnection(isConnected: boolean): void;
  /** Everything may be old: the feed was away and could not learn what it missed. */
  onLost(): void;
}

export interface LiveSurroundings {
  open(): Socket;
  since(system: string | null, sequence: number): Promise<Event[]>;
  random(): number;
}

const FIRST_WAIT = 500;
const LONGEST_WAIT = 20_000;
const HEARTBEAT = 10_000;
/** A line on which so many heartbeats were not answered is dead, even if nobody has said so. */
const MOST_UNANSWERED = 2;
/** The server's own codes for who is not signed in or not a member: coming back would not help. */
const FINAL_CODES = new Set([4401, 4404]);
/** Too many messages or sockets: coming back at once would be more of the same. */
const TOO_MUCH = 4408;

/** How long to wait before the nth attempt to come back, spread so that not everybody comes at once. */
export const waitBefore = (attempt: number, random: number): number =>
  Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** attempt) * (0.5 + random / 2);

export class LiveFeed {
  private socket: Socket | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private heartbeat: ReturnType<typeof setInterval> | undefined;
  private attempt = 0;
  private isStopped = false;
  private wasConnected = false;
  private isOpen = false;
  private unanswered = 0;
  /** The last number seen of each system; the workspace's own deeds stand under null. */
  private readonly seen = new Map<string | null, number>();

  constructor(
    private readonly surroundings: LiveSurroundings,
    private readonly listener: LiveListener,
  ) {}

  start(): void {
    this.isStopped = false;
    const socket = this.surroundings.open();
    this.socket = socket;
    socket.onmessage = ({ data }) => {
      if (socket === this.socket) this.receive(JSON.parse(data) as Message);
    };
    socket.onclose = ({ code }) => {
      if (socket === this.socket) this.closed(code);
    };
  }

  stop(): void {
    this.isStopped = true;
    clearTimeout(this.timer);
    clearInterval(this.heartbeat);
    this.socket?.close();
  }

  /** Tells the server something that may get lost; while there is no line nothing is told. */
  say(message: object): void {
    if (this.isOpen) this.socket?.send(JSON.stringify(message));
  }

  /** The line is said to be there again: does not wait for the next attempt. */
  comeBack(): void {
    if (this.isOpen || this.isStopped) return;
    clearTimeout(this.timer);
    this.leave();
    this.attempt = 0;
    this.start();
  }

  /** The line is said, or seen, to be gone. The socket itself may find out minutes later. */
  lineIsGone(): void {
    if (this.isStopped || !this.socket) return;
    this.leave();
    this.closed(1006);
  }

  private leave(): void {
    const socket = this.socket;
    this.socket = null;
    socket?.close();
  }

  private receive(message: Message): void {
    this.unanswered = 0;
    if (message.type === "ready") this.opened(message.people);
    if (message.type === "progress") this.listener.onProgress(message);
    if (message.type === "event") this.note(message.event);
    if (message.type === "here" || message.type === "gone" || message.type === "looks")
      this.listener.onPresence(message);
  }

  private opened(people: readonly Here[]): void {
    this.attempt = 0;
    this.isOpen = true;
    this.listener.onConnection(true);
    this.listener.onPeople(people);
    clearInterval(this.heartbeat);
    this.heartbeat = setInterval(() => this.beat(), HEARTBEAT);
    if (this.wasConnected) void this.catchUp();
    this.wasConnected = true;
  }

  private beat(): void {
    if (this.unanswered >= MOST_UNANSWERED) this.lineIsGone();
    else this.say({ type: "ping" });
    this.unanswered += 1;
  }

  private closed(code: number): void {
    clearInterval(this.heartbeat);
    this.isOpen = false;
    this.listener.onConnection(false);
    if (this.isStopped || FINAL_CODES.has(code)) return;
    const wait = code === TOO_MUCH ? LONGEST_WAIT : waitBefore(this.attempt, this.surroundings.random());
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.start(), wait);
    this.attempt += 1;
  }

  private note(event: Event): void {
    if (event.sequence <= (this.seen.get(event.system) ?? 0)) return;
    this.seen.set(event.system, event.sequence);
    this.listener.onEvent(event);
  }

  private async catchUp(): Promise<void> {
    // What happened in a system that had no event before cannot be asked for by number, so everything counts as old.
    this.listener.onLost();
    try {
      const missed = await Promise.all(
        [...this.seen].map(([system, sequence]) => this.surroundings.since(system, sequence)),
      );
      for (const event of missed.flat()) this.note(event);
    } catch {
      // Asking failed; the lists are read again anyway.
    }
  }
}
