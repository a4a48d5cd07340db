import { VirtualizerController } from "@tanstack/lit-virtual";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Window } from "../engine/protocol.gen.ts";

/** Rows asked for beyond those on the screen, on each side. */
const beyond = 15;

/** A list that a panel shows by windows. */
export interface ListHost extends ReactiveControllerHost {
  /** The element that scrolls, once it is drawn. */
  readonly scroller: HTMLElement | null;
}

/**
 * WindowedList shows a list of any length: only the rows on the screen exist, and
 * only they and some beyond are asked of the engine.
 */
export class WindowedList implements ReactiveController {
  private readonly controller: VirtualizerController<HTMLElement, HTMLElement>;
  private asked: Window = { first: 0, count: 0 };
  /** Rows whose heights are to be taken, and those whose changes are followed. */
  private unmeasured = new Set<HTMLElement>();
  private measured = new WeakSet<HTMLElement>();

  constructor(
    host: ListHost,
    estimate: number,
    private readonly ask: (window: Window) => void,
  ) {
    this.controller = new VirtualizerController<HTMLElement, HTMLElement>(host, {
      count: 0,
      estimateSize: () => estimate,
      getScrollElement: () => host.scroller,
      overscan: 4,
    });
    host.addController(this);
  }

  private get list() {
    return this.controller.getVirtualizer();
  }

  hostUpdated(): void {
    const rows = this.list.getVirtualItems();
    const first = rows[0]?.index ?? 0;
    const last = rows.at(-1)?.index ?? 0;
    const { asked } = this;
    // A window stands until the rows shown come near its ends.
    const near = 5;
    const fits =
      asked.count > 0 &&
      (asked.first === 0 || first >= asked.first + near) &&
      last + near <= asked.first + asked.count &&
      asked.count <= last - first + 1 + 4 * beyond;
    if (fits) return;
    this.asked = { first: Math.max(0, first - beyond), count: last - Math.max(0, first - beyond) + 1 + beyond };
    this.ask(this.asked);
  }

  /** setTotal says how many rows there are. */
  setTotal(count: number): void {
    if (this.list.options.count !== count) this.list.setOptions({ ...this.list.options, count });
  }

  /** The rows to draw, by index. */
  rows(): { index: number; start: number }[] {
    return this.list.getVirtualItems().map(({ index, start }) => ({ index, start }));
  }

  /** The height of all rows in CSS pixels. */
  get height(): number {
    return this.list.getTotalSize();
  }

  /** measure takes a drawn row's height before the next frame, together with those
   * of the others: to ask for each while others are being drawn would lay out the
   * page as often. It has data-index. */
  measure(row: HTMLElement): void {
    if (this.measured.has(row)) return;
    if (this.unmeasured.size === 0) {
      requestAnimationFrame(() => {
        const rows = this.unmeasured;
        this.unmeasured = new Set();
        for (const one of rows) {
          if (!one.isConnected) continue;
          this.measured.add(one);
          this.list.measureElement(one);
        }
      });
    }
    this.unmeasured.add(row);
  }

  /** reveal scrolls a row into sight. */
  reveal(index: number): void {
    this.list.scrollToIndex(index, { align: "auto" });
  }

  /** restart goes back to the top, for another document. */
  restart(): void {
    this.asked = { first: 0, count: 0 };
    this.list.scrollToOffset(0);
    this.list.measure();
    this.measured = new WeakSet();
  }
}
