/**
 * What is kept in this browser. Its storage may be full or forbidden, and then reading and writing it may throw: how a person
 * likes things holds for as long as the page is open.
 */
const NONE: Storage = {
  length: 0,
  key: () => null,
  getItem: () => null,
  setItem: () => {
    throw new DOMException("This browser keeps nothing.", "QuotaExceededError");
  },
  removeItem: () => undefined,
  clear: () => undefined,
};

/** The browser's storage; where that is forbidden, one that is empty and full. */
export function browserStorage(): Storage {
  try {
    return (localStorage as Storage | null) ?? NONE;
  } catch {
    return NONE;
  }
}

const unkept = new Map<string, string>();

export const kept = (name: string): string | null => unkept.get(name) ?? browserStorage().getItem(name);

export function keep(name: string, value: string): void {
  try {
    browserStorage().setItem(name, value);
    unkept.delete(name);
  } catch {
    unkept.set(name, value);
  }
}
