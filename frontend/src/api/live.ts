/** The live feed of a workspace: one socket that comes back by itself and asks for what it missed. */
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

type Message = ProgressMessage | { type: "event"; event: Event } | { type: "ready" } | { type: "pong" };

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
const HEARTBEAT = 25_000;
/** The server's own codes for who is not signed in, not a member, or has too many sockets: coming back would not help. */
const FINAL_CODES = new Set([4401, 4404, 4408]);

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
  /** The last number seen of each system; the workspace's own deeds stand under null. */
  private readonly seen = new Map<string | null, number>();

  constructor(
    private readonly surroundings: LiveSurroundings,
    private readonly listener: LiveListener,
  ) {}

  start(): void {
    if (this.isStopped) return;
    const socket = this.surroundings.open();
    this.socket = socket;
    socket.onmessage = ({ data }) => this.receive(JSON.parse(data) as Message);
    socket.onclose = ({ code }) => this.closed(code);
  }

  stop(): void {
    this.isStopped = true;
    clearTimeout(this.timer);
    clearInterval(this.heartbeat);
    this.socket?.close();
  }

  private receive(message: Message): void {
    if (message.type === "ready") this.opened();
    if (message.type === "progress") this.listener.onProgress(message);
    if (message.type === "event") this.note(message.event);
  }

  private opened(): void {
    this.attempt = 0;
    this.listener.onConnection(true);
    clearInterval(this.heartbeat);
    this.heartbeat = setInterval(() => this.socket?.send('{"type":"ping"}'), HEARTBEAT);
    if (this.wasConnected) void this.catchUp();
    this.wasConnected = true;
  }

  private closed(code: number): void {
    clearInterval(this.heartbeat);
    this.listener.onConnection(false);
    if (this.isStopped || FINAL_CODES.has(code)) return;
    this.timer = setTimeout(() => this.start(), waitBefore(this.attempt, this.surroundings.random()));
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
