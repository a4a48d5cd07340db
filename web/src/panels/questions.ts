import { EngineError } from "../engine/engine-error.ts";

/** After how many milliseconds without a change a panel asks by itself. */
const pause = 220;

/**
 * Questions keeps the questions of a panel apart from the typing: one is on its way at
 * most, and what changes meanwhile is asked about after it. An answer that came too
 * late is asked for again.
 */
export class Questions {
  private timer = 0;
  private busy = false;
  private again = false;
  private tries = 0;

  constructor(private readonly ask: () => Promise<void>) {}

  /** soon asks when nothing changed for a moment. */
  soon(): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.now(), pause);
  }

  /** now asks at once, or as soon as the question on its way is answered. */
  now(): void {
    clearTimeout(this.timer);
    if (this.busy) {
      this.again = true;
      return;
    }
    this.busy = true;
    this.ask().then(
      () => this.done(),
      (error: unknown) => {
        this.busy = this.again = false;
        if (!(error instanceof EngineError)) throw error;
        // Stale: the text was changed under way. The next report asks anew, too.
        if ((error.code === "stale" || error.code === "restarted") && this.tries++ < 5) this.soon();
      },
    );
  }

  private done(): void {
    this.busy = false;
    this.tries = 0;
    if (!this.again) return;
    this.again = false;
    this.now();
  }
}
