/**
 * Notices that something takes too long. Time is counted in ticks of a timer, not
 * by the clock, so that a computer that slept or a page that was stopped in
 * between is not taken for a hung engine.
 */
const ticksInSecond = 4;

export class Watchdog {
  #ticks = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(private readonly onExpired: () => void) {}

  /** Calls onExpired when seconds pass before the next call of watch or rest. */
  watch(seconds: number): void {
    this.#ticks = Math.ceil(seconds * ticksInSecond);
    this.#timer ??= setInterval(() => {
      if (--this.#ticks > 0) return;
      this.rest();
      this.onExpired();
    }, 1000 / ticksInSecond);
  }

  rest(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
