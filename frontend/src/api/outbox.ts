/**
 * Deeds that wait for the server, kept in this browser so that a reload or a crash loses none of them. Each open page keeps
 * its own; what a page has left behind is taken over by the next page of the same person. A deed that is sent twice has the
 * same key and is done once.
 */
import type { Operation } from "@/api/operations";

export interface WaitingDeed {
  /** The idempotency key. */
  key: string;
  workspace: string;
  system: string;
  words: string;
  operations: readonly Operation[];
  /** Whether the server may have it already: then the key belongs to exactly these operations. */
  isSent: boolean;
  /** The page on which it was done, and when, in milliseconds. */
  page: string;
  at: number;
}

interface Page {
  /** When the page was last alive, in milliseconds; 0 once it has been left. */
  alive: number;
  deeds: WaitingDeed[];
}

/** Everything of this kind in the browser's storage begins so; signing out removes it. */
export const PREFIX = "bifocal-waiting/";
const ALIVE_EVERY = 5_000;
/** The browser lets a page that is not looked at say so once a minute only. */
const LEFT_AFTER = 90_000;

export class Outbox {
  private readonly name: string;
  /** The page is being left: whatever is still put in here is for the next one. */
  private isLeft = false;
  private readonly deeds = new Map<string, WaitingDeed>();

  constructor(
    readonly person: string,
    readonly page: string,
    private readonly storage: Storage = localStorage,
  ) {
    this.name = `${PREFIX}${person}/${page}`;
  }

  put(deed: WaitingDeed): void {
    this.deeds.set(deed.key, deed);
    this.write();
  }

  remove(key: string): void {
    if (this.deeds.delete(key)) this.write();
  }

  /** Keeps saying that this page is alive, and that it has been left when it is. What it gives stops that. */
  watch(): () => void {
    const turn = (isLeft: boolean) => {
      this.isLeft = isLeft;
      this.write();
    };
    const leave = () => turn(true);
    const comeBack = () => turn(false);
    const timer = setInterval(() => this.write(), ALIVE_EVERY);
    window.addEventListener("pagehide", leave);
    window.addEventListener("pageshow", comeBack);
    return () => {
      clearInterval(timer);
      window.removeEventListener("pagehide", leave);
      window.removeEventListener("pageshow", comeBack);
    };
  }

  /** Takes over what pages of this person have left behind, in the order in which it was done. */
  takeOver(): WaitingDeed[] {
    const left: Page[] = [];
    for (const name of this.names(`${PREFIX}${this.person}/`)) {
      const page = name === this.name ? null : read(this.storage.getItem(name));
      if (!page || Date.now() - page.alive < LEFT_AFTER) continue;
      left.push(page);
      this.storage.removeItem(name);
    }
    const deeds = left
      .flatMap((page) => page.deeds)
      .filter(({ key }) => !this.deeds.has(key))
      .sort((one, other) => one.at - other.at);
    for (const deed of deeds) this.put(deed);
    return deeds;
  }

  /** What somebody else has left in this browser is not this person's to see or to send. */
  forgetOthers(): void {
    for (const name of this.names(PREFIX))
      if (!name.startsWith(`${PREFIX}${this.person}/`)) this.storage.removeItem(name);
  }

  private names(prefix: string): string[] {
    return Array.from({ length: this.storage.length }, (_, index) => this.storage.key(index) ?? "").filter((name) =>
      name.startsWith(prefix),
    );
  }

  private write(): void {
    const alive = this.isLeft ? 0 : Date.now();
    try {
      if (this.deeds.size === 0) this.storage.removeItem(this.name);
      else this.storage.setItem(this.name, JSON.stringify({ alive, deeds: [...this.deeds.values()] } satisfies Page));
    } catch {
      // The browser's storage is full or shut: the deeds wait in this page alone.
    }
  }
}

function read(text: string | null): Page | null {
  try {
    const page = JSON.parse(text ?? "null") as Page | null;
    return page && Array.isArray(page.deeds) ? page : null;
  } catch {
    return null;
  }
}
