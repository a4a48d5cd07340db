import { css, html, LitElement, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { CopyCheck, Eraser } from "lucide";
import { openAlike } from "../alike/alike.ts";
import { desk } from "../services/desk.ts";
import { of } from "../services/service.ts";
import { session } from "../services/session.ts";
import { Watch } from "../services/watch.ts";
import { controls, kindChips } from "../styles/controls.ts";
import { markMeant } from "../text/adjust.ts";
import { kinds } from "../text/kinds.ts";
import { mark, unmark } from "../text/marking.ts";
import { icon } from "../ui/icon.ts";
import { words, WordsController } from "../words/words.ts";

/** Room for the handles that the browser draws below a selection, in CSS pixels. */
const belowHandles = 34;

/**
 * The bar near a selection that was made by touch. It comes with the selection, never
 * on a mouse, takes no focus, and stands below the browser's own handles, for the
 * browser's bar with Copy stands above.
 */
@customElement("pm-touch-bar")
export class TouchBar extends LitElement {
  private readonly desk = of(desk);
  @state() private shown = false;
  /** How the person pointed last. */
  private touched = false;
  private abort: AbortController | null = null;

  constructor() {
    super();
    new WordsController(this);
    const follow = () => {
      this.follow();
      return this.shown;
    };
    new Watch(this, of(session), ["changed"], follow);
    new Watch(this, this.desk.analysis, ["report"], follow);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.abort = new AbortController();
    const { signal } = this.abort;
    addEventListener("pointerdown", (event) => (this.touched = event.pointerType !== "mouse"), {
      signal,
      capture: true,
    });
    document.addEventListener("selectionchange", () => this.follow(), { signal });
    this.desk.view.scrollDOM.addEventListener("scroll", () => this.follow(), { signal, passive: true });
    visualViewport?.addEventListener("resize", () => this.follow(), { signal });
  }
  override disconnectedCallback(): void {
    this.abort?.abort();
    super.disconnectedCallback();
  }

  static override styles = [
    controls,
    kindChips,
    css`
      :host {
        position: fixed;
        top: 0;
        left: 0;
        z-index: 35;
        display: none;
      }
      :host([shown]) {
        display: block;
      }
      .bar {
        display: flex;
        gap: 2px;
        padding: 3px;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--raised);
        box-shadow: var(--shadow);
      }
      button {
        min-width: 44px;
        min-height: 44px;
        padding: 0 4px;
      }
      .chip {
        line-height: 1.4;
        padding: 0 5px;
      }
      @media (max-width: 420px) {
        button {
          min-width: 40px;
        }
        .chip {
          padding: 0 3px;
          font-size: var(--size-2);
        }
      }
      @media (max-width: 350px) {
        button {
          min-width: 32px;
          padding: 0;
        }
        .chip {
          font-size: var(--size-1);
          padding: 0 2px;
        }
      }
    `,
  ];

  /** follow shows the bar where the selection is, or hides it. */
  private follow(): void {
    const { view } = this.desk;
    const { main } = view.state.selection;
    const wanted = this.touched && !main.empty && view.hasFocus && !view.compositionStarted;
    this.toggleAttribute("shown", wanted);
    if (wanted !== this.shown) this.shown = wanted;
    if (!wanted) return;
    void this.updateComplete.then(() =>
      view.requestMeasure({ key: this, read: () => this.spot(), write: (spot) => this.put(spot) }),
    );
  }

  private spot(): { x: number; y: number } | null {
    const { view } = this.desk;
    const { main } = view.state.selection;
    const start = view.coordsAtPos(main.from, 1);
    const end = view.coordsAtPos(main.to, -1);
    const port = view.scrollDOM.getBoundingClientRect();
    if ((!start || start.bottom < port.top) && (!end || end.top > port.bottom)) return null;
    const { width, height } = this.getBoundingClientRect();
    const screen = visualViewport ?? { width: innerWidth, height: innerHeight, offsetTop: 0, offsetLeft: 0 };
    const middle = start && end && start.top === end.top ? (start.left + end.right) / 2 : (end ?? start!).left;
    const x = Math.max(4, Math.min(middle - width / 2, screen.width - width - 4));
    // When there is no room below, it keeps to the lower end of the screen.
    const lowest = Math.min(port.bottom, screen.offsetTop + screen.height) - height - 4;
    const y = Math.min((end?.bottom ?? port.bottom) + belowHandles, lowest);
    return { x, y };
  }

  private put(spot: { x: number; y: number } | null): void {
    if (spot) this.style.transform = `translate(${spot.x}px, ${spot.y}px)`;
    else this.removeAttribute("shown");
  }

  override render() {
    if (!this.shown) return nothing;
    const w = words();
    return html`<div class="bar" role="toolbar" aria-label=${w.text.bar.label} @pointerdown=${keepSelection}>
      ${kinds.map(
        ({ kind, open, close }) => html`<button
          class="quiet"
          type="button"
          data-kind=${kind}
          aria-label=${w.kinds[kind]}
          @click=${() => void mark(this.desk, kind)}
        >
          <span class="chip ${kind}" aria-hidden="true">${open}${w.kinds[kind]}${close}</span>
        </button>`,
      )}
      ${
        markMeant(this.desk)
          ? html`<button class="quiet" type="button" aria-label=${w.toolbar.unmark} @click=${() => void unmark(this.desk)}>
            ${icon(Eraser)}
          </button>`
          : nothing
      }
      <button class="quiet" type="button" aria-label=${w.text.commands.alike} @click=${() => void openAlike()}>
        ${icon(CopyCheck)}
      </button>
    </div>`;
  }
}

const keepSelection = (event: Event) => event.preventDefault();
