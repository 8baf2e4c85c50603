/** The detail at the side, as clicks on the canvas open it: the first of two must not move away what the second is meant for. */
import type { MouseEvent } from "react";

/** How long a second click may take, as most systems have it. */
const SECOND_CLICK = 500;
/** What the detail and the gap beside it take at most, and below which width it takes all: see SidePanel.module.css. */
const WIDTH = 424;
const NARROW = 900;

export class Detail {
  shown: string | undefined;
  private navigate: (id: string | null) => void = () => undefined;
  private clicked = -SECOND_CLICK;
  private waiting: ReturnType<typeof setTimeout> | undefined;

  /** Where the detail is opened, and what it shows now; whether that is something else than before. */
  follow(navigate: (id: string | null) => void, shown: string | undefined): boolean {
    const isNew = shown !== this.shown;
    this.navigate = navigate;
    this.shown = shown;
    return isNew;
  }

  open(id: string | null): void {
    this.wait();
    this.navigate(id);
  }

  /** Opens it for what was clicked; where it would get in the way of a second click, only when none has come. */
  click(id: string, isInTheWay: boolean, isStillMeant: () => boolean): void {
    this.clicked = performance.now();
    if (!isInTheWay || this.shown !== undefined) return this.open(id);
    this.wait();
    this.waiting = setTimeout(() => isStillMeant() && this.open(id), SECOND_CLICK);
  }

  /** What was to be opened is not. */
  wait(): void {
    clearTimeout(this.waiting);
  }

  /** For how long a second click may still come. */
  get patience(): number {
    return this.clicked + SECOND_CLICK - performance.now();
  }
}

/** Whether a detail that opens comes to lie where this click was, or moves everything there. */
export function isInTheWay(event: MouseEvent): boolean {
  const canvas = event.currentTarget.closest("[data-canvas]");
  const isMoved = document.documentElement.dir === "rtl" || window.innerWidth <= NARROW;
  return isMoved || !canvas || event.clientX > canvas.getBoundingClientRect().right - WIDTH;
}
