import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { GitCompareArrows } from "lucide";
import type { Workbench } from "../app/workbench.ts";
import { icon } from "../ui/icon.ts";
import { controls } from "../styles/controls.ts";
import { words, WordsController } from "../words/words.ts";
import { compareWithBase } from "./commands.ts";
import { driftOf } from "./drift.ts";

/** Says in the line below everything that the text has left its base. */
@customElement("pm-drift")
export class DriftStatus extends LitElement {
  @property({ attribute: false }) bench!: Workbench;

  constructor() {
    super();
    new WordsController(this);
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

  protected override firstUpdated(): void {
    driftOf(this.bench).addEventListener("change", () => this.requestUpdate());
  }

  override render() {
    const { places } = driftOf(this.bench);
    if (!places) return nothing;
    const w = words().compare.drift;
    return html`<button class="button" type="button" title=${w.statusHelp} @click=${() => compareWithBase(this.bench)}>
      ${icon(GitCompareArrows, 13)}${w.status(places)}
    </button>`;
  }
}
