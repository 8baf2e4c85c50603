/**
 * Deeds that wait for the server, kept in this browser so that a reload or a crash loses none of them. Each open page keeps
 * its own and holds a lock of its name, which the browser takes from it when it is closed or crashes; whose lock is free is
 * taken over by the next page of the same person. A deed that is sent twice has the same key and is done once.
 */
import type { Operation } from "@/api/operations";
import { setKept } from "@/api/waiting";
import { browserStorage } from "@/lib/kept";

export interface WaitingDeed {
  /** The idempotency key. */
  key: string;
  workspace: string;
  system: string;
  words: string;
  operations: readonly Operation[];
  /** Why it cannot be sent: then it is only kept for what was typed in it. */
  reason?: string;
  /** Whether the server may have it already: then the key belongs to exactly these operations. */
  isSent: boolean;
  /** The page on which it was done, and when, in milliseconds. */
  page: string;
  at: number;
}

interface Page {
  /** When it was last written, in milliseconds; 0 once the page has been left. */
  alive: number;
  deeds: WaitingDeed[];
}

/** Everything of this kind in the browser's storage begins so; signing out removes it. */
export const PREFIX = "bifocal-waiting/";
/** Where there are no locks. A page writes at each of its tries, and one that is wrongly taken over sends the same keys. */
const LEFT_AFTER = 600_000;

export class Outbox {
  /** The page is being left: whatever is still put in here is for the next one. */
  private isLeft = false;
  private readonly deeds = new Map<string, WaitingDeed>();
  /** The pages whose deeds are kept here: this one, and those that it has taken over. */
  private readonly mine: Set<string>;
  private readonly unkept = new Set<string>();
  private readonly releases = new Set<() => void>();

  constructor(
    readonly person: string,
    readonly page: string,
    private readonly storage: Storage = browserStorage(),
    /** Only there over HTTPS and on the own machine. */
    private readonly locks: LockManager | null = (navigator.locks as LockManager | undefined) ?? null,
  ) {
    this.mine = new Set([page]);
  }

  put(deed: WaitingDeed): void {
    this.deeds.set(deed.key, deed);
    this.write(deed.page);
  }

  remove(key: string): void {
    const deed = this.deeds.get(key);
    this.deeds.delete(key);
    if (deed) this.write(deed.page);
  }

  /** Holds what is this page's as long as it lives. What it gives stops that. */
  watch(): () => void {
    const leave = ({ persisted }: PageTransitionEvent) => {
      this.isLeft = true;
      for (const page of this.mine) this.write(page);
      // It may come back, and until then another may go on with it.
      if (persisted) this.release();
    };
    const comeBack = () => {
      this.isLeft = false;
      for (const page of this.mine) void this.own(page);
    };
    const show = ({ persisted }: PageTransitionEvent) => {
      if (persisted) comeBack();
    };
    comeBack();
    window.addEventListener("pagehide", leave);
    window.addEventListener("pageshow", show);
    return () => {
      this.release();
      window.removeEventListener("pagehide", leave);
      window.removeEventListener("pageshow", show);
    };
  }

  /** Takes over what pages of this person have left behind, in the order in which it was done. It stays where it is kept. */
  async takeOver(): Promise<WaitingDeed[]> {
    const left: WaitingDeed[] = [];
    for (const name of this.names(this.nameOf(""))) {
      const page = name.slice(this.nameOf("").length);
      if (this.mine.has(page) || !(await this.own(page))) continue;
      this.mine.add(page);
      const deeds = read(this.storage.getItem(name))?.deeds ?? [];
      left.push(...deeds.map((deed) => ({ ...deed, page })));
    }
    for (const deed of left) this.deeds.set(deed.key, deed);
    return left.sort((one, other) => one.at - other.at);
  }

  /** What somebody else has left in this browser is not this person's to see or to send. */
  forgetOthers(): void {
    for (const name of this.names(PREFIX)) if (!name.startsWith(this.nameOf(""))) this.storage.removeItem(name);
  }

  /** Whether a page is this one's from now on; another that has not been left is not to be had. */
  private own(page: string): Promise<boolean> {
    const name = this.nameOf(page);
    if (!this.locks) return Promise.resolve(Date.now() - (read(this.storage.getItem(name))?.alive ?? 0) > LEFT_AFTER);
    const options = { ifAvailable: !this.mine.has(page) };
    return new Promise((owned) => {
      void this.locks?.request(name, options, (lock) => {
        owned(lock !== null);
        return lock && new Promise<void>((release) => this.releases.add(release));
      });
    });
  }

  private release(): void {
    for (const release of this.releases) release();
    this.releases.clear();
  }

  private nameOf = (page: string): string => `${PREFIX}${this.person}/${page}`;

  private names(prefix: string): string[] {
    return Array.from({ length: this.storage.length }, (_, index) => this.storage.key(index) ?? "").filter((name) =>
      name.startsWith(prefix),
    );
  }

  private write(page: string): void {
    const deeds = [...this.deeds.values()].filter((deed) => deed.page === page);
    const alive = this.isLeft ? 0 : Date.now();
    try {
      if (deeds.length === 0) this.storage.removeItem(this.nameOf(page));
      else this.storage.setItem(this.nameOf(page), JSON.stringify({ alive, deeds } satisfies Page));
      this.unkept.delete(page);
    } catch {
      // The browser's storage is full or shut: they wait in this page alone, which says so.
      this.unkept.add(page);
    }
    setKept(this.unkept.size === 0);
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
