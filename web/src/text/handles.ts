import { ChangeSet, Prec, StateEffect, StateField, type Extension } from "@codemirror/state";
import { Decoration, EditorView, ViewPlugin, type DecorationSet, type ViewUpdate } from "@codemirror/view";
import { EngineError } from "../engine/engine-error.ts";
import type { Range } from "../engine/protocol.gen.ts";
import { showReport } from "../analysis/report.ts";
import { askNear, dropEdge } from "./adjust.ts";
import type { Desk } from "./desk.ts";
import { markAround, type PlacedMark } from "./marks.ts";

/** preview shows what a mark would be, null for nothing. */
const preview = StateEffect.define<Range | null>();

const outlined = Decoration.mark({ class: "pm-preview" });

const previewed = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(set, tr) {
    for (const effect of tr.effects) {
      if (!effect.is(preview)) continue;
      const at = effect.value;
      return at && at.from < at.to ? Decoration.set(outlined.range(at.from, at.to)) : Decoration.none;
    }
    return tr.docChanged ? set.map(tr.changes) : set;
  },
  provide: (field) => Prec.lowest(EditorView.decorations.from(field)),
});

/** A drag of an edge, from the press to the release. */
interface Drag {
  readonly target: PlacedMark;
  readonly end: boolean;
  /** Where the pointer is, in the text, and where the last preview is about. */
  to: number;
  asked: number;
  asking: boolean;
}

class Handles {
  private readonly dom: readonly [start: HTMLElement, end: HTMLElement];
  private drag: Drag | null = null;

  constructor(
    private readonly view: EditorView,
    private readonly desk: Desk,
  ) {
    this.dom = [this.handle(false), this.handle(true)];
    view.scrollDOM.append(...this.dom);
    this.place();
  }

  private handle(end: boolean): HTMLElement {
    const dom = document.createElement("div");
    dom.className = `pm-handle pm-handle-${end ? "end" : "start"}`;
    // The keyboard has keys for it, which a screen reader is told of.
    dom.setAttribute("aria-hidden", "true");
    dom.hidden = true;
    dom.addEventListener("pointerdown", (event) => this.press(event, end));
    dom.addEventListener("pointermove", (event) => this.move(event));
    dom.addEventListener("pointerup", () => this.release());
    dom.addEventListener("pointercancel", () => this.give());
    return dom;
  }

  update(update: ViewUpdate): void {
    const reported = update.transactions.some((tr) => tr.effects.some((effect) => effect.is(showReport)));
    if (this.drag && update.docChanged) this.give();
    if (reported || update.selectionSet || update.docChanged || update.geometryChanged || update.focusChanged)
      this.place();
  }

  private get target(): PlacedMark | undefined {
    const { main } = this.view.state.selection;
    return main.empty && !this.view.state.readOnly ? markAround(this.view.state, main.head) : undefined;
  }

  /** place puts the handles below the edges of the mark at the caret. */
  private place(): void {
    this.view.requestMeasure({
      key: this,
      read: (view) => {
        const target = this.drag?.target ?? this.target;
        if (!target || target.innerFrom >= target.innerTo) return null;
        const start = view.coordsAtPos(target.innerFrom, 1);
        const end = view.coordsAtPos(target.innerTo, -1);
        const { left, top } = view.scrollDOM.getBoundingClientRect();
        const { scrollLeft, scrollTop } = view.scrollDOM;
        const spot = (at: typeof start) => at && { x: at.left - left + scrollLeft, y: at.bottom - top + scrollTop };
        return { kind: target.kind, spots: [spot(start), spot(end)] };
      },
      write: (found) => {
        this.dom.forEach((dom, i) => {
          const spot = found?.spots[i];
          dom.hidden = !spot;
          if (!spot) return;
          dom.dataset["kind"] = found!.kind;
          dom.style.transform = `translate(${spot.x}px, ${spot.y}px)`;
        });
      },
    });
  }

  private press(event: PointerEvent, end: boolean): void {
    const { target } = this;
    if (!target || event.button !== 0) return;
    event.preventDefault();
    event.stopPropagation();
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    const edge = end ? target.innerTo : target.innerFrom;
    this.drag = { target, end, to: edge, asked: edge, asking: false };
    this.show({ from: target.from, to: target.to });
    addEventListener("keydown", this.escape, true);
  }

  private move(event: PointerEvent): void {
    if (!this.drag) return;
    // The handle hangs below the line: what is meant is the line above the finger.
    const above = event.pointerType === "mouse" ? 10 : 26;
    const at = this.view.posAtCoords({ x: event.clientX, y: event.clientY - above }, false);
    this.drag.to = at;
    void this.ask(this.drag);
  }

  /** ask asks the engine what the mark would be, one question at a time. */
  private async ask(drag: Drag): Promise<void> {
    if (drag.asking || drag.to === drag.asked) return;
    drag.asking = true;
    drag.asked = drag.to;
    const { view, desk } = this;
    const { doc } = view.state;
    try {
      await desk.analysis.ask(
        (engine, version) => askNear(desk, engine, version, drag.target, drag.end, drag.asked),
        (changes, answer) => {
          if (this.drag !== drag || view.state.doc !== doc) return;
          const back = ChangeSet.of(
            answer.changes.map(({ from, to, insert }) => ({ from, to, insert })),
            doc.length,
          ).invertedDesc;
          if (changes.empty) return;
          this.show({ from: back.mapPos(answer.select.from, -1), to: back.mapPos(answer.select.to, 1) });
        },
      );
    } catch (error) {
      // Where the edge cannot go the last preview stands.
      if (!(error instanceof EngineError)) throw error;
    } finally {
      drag.asking = false;
    }
    if (this.drag === drag) void this.ask(drag);
  }

  private show(range: Range | null): void {
    this.view.dispatch({ effects: preview.of(range) });
  }

  private release(): void {
    const { drag } = this;
    this.give();
    if (!drag) return;
    const edge = drag.end ? drag.target.innerTo : drag.target.innerFrom;
    if (drag.to !== edge) void dropEdge(this.desk, drag.target, drag.end, drag.to);
    this.view.focus();
  }

  private readonly escape = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    this.give();
  };

  /** give ends the drag and changes nothing. */
  private give(): void {
    if (!this.drag) return;
    this.drag = null;
    removeEventListener("keydown", this.escape, true);
    queueMicrotask(() => this.show(null));
    this.place();
  }

  destroy(): void {
    removeEventListener("keydown", this.escape, true);
    for (const dom of this.dom) dom.remove();
  }
}

/** edgeHandles lets the edges of the mark at the caret be dragged, with a mouse or a
 * finger. One sees what the mark will be; Escape leaves it as it was. */
export const edgeHandles = (desk: Desk): Extension => [
  previewed,
  ViewPlugin.define((view) => new Handles(view, desk)),
  EditorView.theme({
    ".pm-handle": {
      position: "absolute",
      top: "0",
      left: "0",
      width: "18px",
      height: "16px",
      marginLeft: "-9px",
      marginTop: "-1px",
      zIndex: "5",
      cursor: "ew-resize",
      touchAction: "none",
    },
    ".pm-handle::before": {
      content: '""',
      position: "absolute",
      top: "1px",
      width: "9px",
      height: "9px",
      border: "2px solid var(--paper)",
      boxSizing: "content-box",
      backgroundColor: "var(--accent)",
    },
    // Like the handles of a selection: each points at its edge.
    ".pm-handle-start::before": { right: "8px", borderRadius: "50% 2px 50% 50%" },
    ".pm-handle-end::before": { left: "8px", borderRadius: "2px 50% 50% 50%" },
    "@media (pointer: coarse)": {
      ".pm-handle": { width: "44px", height: "36px", marginLeft: "-22px" },
      ".pm-handle::before": { width: "14px", height: "14px" },
      ".pm-handle-start::before": { right: "20px" },
      ".pm-handle-end::before": { left: "20px" },
    },
    "@media (forced-colors: active)": {
      ".pm-handle::before": { backgroundColor: "Highlight", forcedColorAdjust: "none" },
    },
    ".pm-preview": { outline: "2px solid var(--accent)", borderRadius: "3px", backgroundColor: "var(--selection)" },
  }),
];
