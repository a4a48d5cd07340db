import { css, html, LitElement, nothing } from "lit";
import { customElement } from "lit/decorators.js";
import { GitCompareArrows } from "lucide";
import { of } from "../services/service.ts";
import { Watch } from "../services/watch.ts";
import { controls } from "../styles/controls.ts";
import { icon } from "../ui/icon.ts";
import { words, WordsController } from "../words/words.ts";
import { compareWithBase } from "./commands.ts";
import { drift } from "./drift.ts";

/** Says in the line below everything that the text has left its base. */
@customElement("pm-drift")
export class DriftStatus extends LitElement {
  private readonly drift = of(drift);

  constructor() {
    super();
    new WordsController(this);
    new Watch(this, this.drift, ["change"]);
  }

  static override styles = [
    controls,
    css`
      .button {
        min-height: 24px;
        padding: 0 6px;
        font-size: var(--size-1);
        border-color: var(--warning-line);
        color: var(--warning-ink);
        font-weight: 600;
      }
    `,
  ];

  override render() {
    const { places } = this.drift;
    if (!places) return nothing;
    const w = words().compare.drift;
    return html`<button class="button" type="button" title=${w.statusHelp} @click=${() => compareWithBase()}>
      ${icon(GitCompareArrows, 13)}${w.status(places)}
    </button>`;
  }
}
