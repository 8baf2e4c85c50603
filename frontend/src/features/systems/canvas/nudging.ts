/** Steps by key. Those that follow each other closely are one deed, until something else is done or moved. */
const ENDS = 400;

export class Nudging {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private parts = "";

  get isOn(): boolean {
    return this.timer !== undefined;
  }

  isOfOthers(parts: readonly string[]): boolean {
    return this.isOn && this.parts !== parts.join(" ");
  }

  step(parts: readonly string[], end: () => void): void {
    clearTimeout(this.timer);
    this.parts = parts.join(" ");
    this.timer = setTimeout(end, ENDS);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}
