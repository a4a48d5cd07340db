import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { ListTree, PanelLeftOpen } from "lucide";
import { of } from "../services/service.ts";
import { settings } from "../services/settings.ts";
import { controls } from "../styles/controls.ts";
import { icon } from "../ui/icon.ts";
import { words, WordsController } from "../words/words.ts";

/** Width in CSS pixels from which the outline has room beside text and panels. */
export const roomy = 1240;

/** outlineOpen reports whether the outline is to be seen beside the text. */
export const outlineOpen = (): boolean => of(settings).current.outline ?? innerWidth >= roomy;

/** What stands in the place of the outline while it is closed. */
@customElement("pm-outline-opener")
export class OutlineOpener extends LitElement {
  @property({ type: Boolean }) phone = false;

  constructor() {
    super();
    new WordsController(this);
  }
  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      .quiet {
        margin: 4px 2px;
      }
    `,
  ];
  override render() {
    const w = words().panels.outline;
    return html`<button class="quiet" type="button" aria-label=${w.open} title=${w.open}>
      ${icon(this.phone ? ListTree : PanelLeftOpen)}
    </button>`;
  }
}
