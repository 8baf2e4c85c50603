/**
 * How a person likes things, kept in this browser. Its storage may be full or forbidden, and both reading and writing it may
 * throw then: what was chosen holds for as long as the page is open.
 */
const unkept = new Map<string, string>();

export function kept(name: string): string | null {
  try {
    return unkept.get(name) ?? localStorage.getItem(name);
  } catch {
    return null;
  }
}

export function keep(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
    unkept.delete(name);
  } catch {
    unkept.set(name, value);
  }
}
