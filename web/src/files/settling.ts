import type { Store } from "./store.ts";

/** Milliseconds without a change after which what is kept is brought to the disk for
 * certain, and after which that is done without a pause. */
const pause = 1000;
const atLeast = 10_000;

/** Settling brings what is kept to the disk, in the pauses of the work on it. */
export class Settling {
  private timer = 0;
  /** Since when something waits for the disk, null for nothing. */
  private since: number | null = null;

  constructor(private readonly store: Pick<Store, "settle">) {}

  /** soon brings to the disk what was kept just now, after a pause. */
  soon(): void {
    clearTimeout(this.timer);
    const now = performance.now();
    this.since ??= now;
    this.timer = window.setTimeout(() => this.now(), Math.min(pause, Math.max(0, this.since + atLeast - now)));
  }

  /** now does so at once. */
  now(): void {
    clearTimeout(this.timer);
    if (this.since === null) return;
    this.since = null;
    // Should the disk fail, the next change is not kept either, and that is told.
    this.store.settle().catch(() => {});
  }
}
