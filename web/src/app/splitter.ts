import { css, html, LitElement } from "lit";
import { customElement } from "lit/decorators.js";
import { desk } from "../services/desk.ts";
import { of } from "../services/service.ts";
import { settings } from "../services/settings.ts";
import { Watch } from "../services/watch.ts";
import { controls } from "../styles/controls.ts";
import { words, WordsController } from "../words/words.ts";

const least = 280;
const step = 20;

/** The line between text and panels, which can be moved by pointer and keys. */
@customElement("pm-splitter")
export class Splitter extends LitElement {
  private readonly desk = of(desk);
  private readonly settings = of(settings);

  constructor() {
    super();
    new WordsController(this);
    new Watch(this, this.settings, ["changed"]);
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        width: 1px;
        background: var(--line);
      }
      div {
        position: relative;
        z-index: 5;
        width: 9px;
        height: 100%;
        margin-left: -4px;
        cursor: col-resize;
        touch-action: none;
      }
      div::after {
        content: "";
        position: absolute;
        inset: 0 3px;
        transition: background 0.15s;
      }
      div:hover::after,
      div:focus-visible::after {
        background: var(--accent);
      }
    `,
  ];

  private get most(): number {
    return Math.max(least, Math.round(innerWidth * 0.6));
  }

  private set(width: number): void {
    this.settings.change({ panelWidth: Math.round(Math.min(this.most, Math.max(least, width))) });
    this.desk.view.requestMeasure();
  }

  override render() {
    const width = this.settings.current.panelWidth;
    return html`<div
      role="separator"
      tabindex="0"
      aria-orientation="vertical"
      aria-label=${words().panes.resize}
      aria-valuenow=${width}
      aria-valuemin=${least}
      aria-valuemax=${this.most}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key === "ArrowLeft") this.set(width + step);
        else if (event.key === "ArrowRight") this.set(width - step);
        else return;
        event.preventDefault();
      }}
      @pointerdown=${(event: PointerEvent) => {
        event.preventDefault();
        (event.target as Element).setPointerCapture(event.pointerId);
      }}
      @pointermove=${(event: PointerEvent) => {
        if ((event.target as Element).hasPointerCapture(event.pointerId)) this.set(innerWidth - event.clientX);
      }}
    ></div>`;
  }
}
