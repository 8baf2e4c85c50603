import { beforeEach, describe, expect, it, vi } from "vitest";
import { LiveFeed, type Socket, waitBefore } from "@/api/live";
import type { Event } from "@/api/types";

const eventOf = (sequence: number, system: string | null = "s1"): Event => ({
  sequence,
  system,
  actor: "Ana",
  verb: "element.changed",
  object_type: "element",
  object_id: "e1",
  changes: {},
  at: "2026-11-24T12:00:00Z",
});

class Stage {
  readonly sockets: Socket[] = [];
  readonly heard: string[] = [];
  readonly asked: string[] = [];
  missed: Event[] = [];

  readonly feed = new LiveFeed(
    {
      open: () => {
        const socket: Socket = {
          send: () => undefined,
          close: () => undefined,
          onopen: null,
          onmessage: null,
          onclose: null,
        };
        this.sockets.push(socket);
        return socket;
      },
      since: async (system, sequence) => {
        this.asked.push(`${system}>${sequence}`);
        return this.missed;
      },
      random: () => 1,
    },
    {
      onEvent: (event) => this.heard.push(`event ${event.sequence}`),
      onProgress: (message) => this.heard.push(`progress ${message.done}`),
      onPeople: () => undefined,
      onPresence: ({ type }) => this.heard.push(type),
      onConnection: (isConnected) => this.heard.push(isConnected ? "here" : "away"),
      onLost: () => this.heard.push("lost"),
    },
  );

  say(message: object): void {
    this.sockets.at(-1)?.onmessage?.({ data: JSON.stringify(message) });
  }

  drop(code = 1006): void {
    this.sockets.at(-1)?.onclose?.({ code });
  }
}

describe("LiveFeed", () => {
  let stage: Stage;

  beforeEach(() => {
    vi.useFakeTimers();
    stage = new Stage();
    stage.feed.start();
    stage.say({ type: "ready", people: [] });
    return () => {
      stage.feed.stop();
      vi.useRealTimers();
    };
  });

  it("passes events on once, and progress as it comes", () => {
    stage.say({ type: "event", event: eventOf(1) });
    stage.say({ type: "event", event: eventOf(1) });
    stage.say({ type: "progress", run: "r", system: "s1", done: 3, total: 9, element: "Agent", state: "running" });
    expect(stage.heard).toEqual(["here", "event 1", "progress 3"]);
  });

  it("comes back after a drop and asks for what it missed", async () => {
    stage.say({ type: "event", event: eventOf(4) });
    stage.missed = [eventOf(5)];
    stage.drop();
    await vi.advanceTimersByTimeAsync(600);
    expect(stage.sockets).toHaveLength(2);
    stage.say({ type: "ready", people: [] });
    await vi.advanceTimersByTimeAsync(0);
    expect(stage.asked).toEqual(["s1>4"]);
    expect(stage.heard).toEqual(["here", "event 4", "away", "here", "lost", "event 5"]);
  });

  it("notices a line that is dead although nobody has said so", async () => {
    await vi.advanceTimersByTimeAsync(20_000);
    stage.say({ type: "pong" });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(stage.sockets).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(11_000);
    expect(stage.sockets).toHaveLength(2);
    expect(stage.heard).toEqual(["here", "away"]);
  });

  it("comes back at once when the line is said to be there again", () => {
    stage.feed.lineIsGone();
    stage.feed.comeBack();
    expect(stage.sockets).toHaveLength(2);
  });

  it("waits long when it was too much for the server", async () => {
    stage.drop(4408);
    await vi.advanceTimersByTimeAsync(19_000);
    expect(stage.sockets).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(stage.sockets).toHaveLength(2);
  });

  it("stays away when the server says that the person is no member", async () => {
    stage.drop(4404);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(stage.sockets).toHaveLength(1);
  });

  it("does not come back after it was stopped", async () => {
    stage.feed.stop();
    stage.drop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(stage.sockets).toHaveLength(1);
  });
});

describe("waitBefore", () => {
  it("grows and has a ceiling", () => {
    expect([0, 1, 2, 10].map((attempt) => waitBefore(attempt, 1))).toEqual([500, 1000, 2000, 20_000]);
    expect(waitBefore(0, 0)).toBe(250);
  });
});
