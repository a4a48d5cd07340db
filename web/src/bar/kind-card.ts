import { css, html, LitElement, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import type { Kind } from "../engine/protocol.gen.ts";
import { commands } from "../services/commands.ts";
import { of } from "../services/service.ts";
import { kindChips } from "../styles/controls.ts";
import { faceOf } from "../text/kinds.ts";
import { words, WordsController } from "../words/words.ts";

/** How long the pointer rests on a chip before its card comes, and how long a finger,
 * in milliseconds. */
const rest = 500;
const press = 450;

/** The card that says what a kind means, with an example and its keys. It shows while
 * the keyboard or the pointer is on a chip, and while a finger stays there. */
@customElement("pm-kind-card")
export class KindCard extends LitElement {
  @state() private kind: Kind | null = null;
  private timer = 0;
  /** Whether a finger has brought the card, so that letting go does not mark. */
  held = false;

  constructor() {
    super();
    new WordsController(this);
  }
  override connectedCallback(): void {
    super.connectedCallback();
    this.popover = "manual";
    this.setAttribute("role", "tooltip");
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.hide();
  }

  static override styles = [
    kindChips,
    css`
      :host {
        position: fixed;
        inset: auto;
        box-sizing: border-box;
        width: max-content;
        max-width: min(20rem, calc(100vw - 16px));
        margin: 0;
        padding: var(--space-3);
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--raised);
        color: var(--ink);
        box-shadow: var(--shadow);
        font-size: var(--size-2);
        line-height: 1.6;
        pointer-events: none;
      }
      p {
        margin: 0;
      }
      p + p {
        margin-top: var(--space-1);
      }
      .example {
        padding: 2px 0;
      }
      .keys {
        color: var(--ink-2);
      }
    `,
  ];

  override render() {
    if (!this.kind) return nothing;
    const w = words();
    const { open } = faceOf(this.kind);
    const [before, mark, after] = w.help.kindExamples[this.kind].split("|");
    const name = w.kinds[this.kind];
    return html`<p><strong>${name}</strong>${w.help.means(w.kindMeans[this.kind])}</p>
      <p class="example">${before}<span class="chip ${this.kind}">${mark}</span>${after}</p>
      <p class="keys">${w.help.howToMark(open, of(commands).keyOf(this.kind))}</p>`;
  }

  /** Follows the pointer, the focus and the fingers on a chip. */
  on(event: Event, kind: Kind): void {
    const chip = event.currentTarget as HTMLElement;
    const soon = (wait: number, then = () => {}) => {
      clearTimeout(this.timer);
      this.timer = window.setTimeout(() => {
        then();
        void this.show(chip, kind);
      }, wait);
    };
    switch (event.type) {
      case "pointerenter":
        if ((event as PointerEvent).pointerType === "mouse") soon(rest);
        break;
      case "pointerdown":
        this.held = false;
        if ((event as PointerEvent).pointerType === "mouse") this.hide();
        else soon(press, () => (this.held = true));
        break;
      case "focus":
        if (chip.matches(":focus-visible")) void this.show(chip, kind);
        break;
      case "keydown":
        if ((event as KeyboardEvent).key === "Escape" && this.kind) {
          event.preventDefault();
          event.stopPropagation();
          this.hide();
        }
        break;
      default:
        this.hide();
    }
  }

  private async show(chip: HTMLElement, kind: Kind): Promise<void> {
    this.kind = kind;
    await this.updateComplete;
    if (!this.isConnected || !this.kind) return;
    this.showPopover();
    const at = chip.getBoundingClientRect();
    const { width, height } = this.getBoundingClientRect();
    const gap = 6;
    const below = at.bottom + gap + height <= innerHeight;
    this.style.left = `${Math.max(8, Math.min(at.left, innerWidth - width - 8))}px`;
    this.style.top = `${below ? at.bottom + gap : at.top - height - gap}px`;
  }

  private hide(): void {
    clearTimeout(this.timer);
    this.kind = null;
    if (this.isConnected && this.matches(":popover-open")) this.hidePopover();
  }
}
