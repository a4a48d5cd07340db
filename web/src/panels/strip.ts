import { css, html, LitElement, nothing, svg } from "lit";
import { customElement, property } from "lit/decorators.js";
import { BenchController } from "../app/bench-controller.ts";
import type { Workbench } from "../app/workbench.ts";
import type { Severity, Tick } from "../engine/protocol.gen.ts";
import { goToTick } from "../text/problems.ts";
import { words, WordsController } from "../words/words.ts";

/** The height of a tick and of the light above them, in CSS pixels. */
const tall = 3;
const light = 22;

const severities: readonly Severity[] = ["error", "warning", "info"];

/** Where the problems of the whole document are, beside its scroll bar. It is for
 * the pointer; the keyboard goes from problem to problem. */
@customElement("pm-strip")
export class Strip extends LitElement {
  @property({ attribute: false }) bench!: Workbench;
  private ticks = 0;
  private drawn: readonly Tick[] | undefined;
  private paths: Partial<Record<Severity, string>> = {};
  private readonly watcher = new ResizeObserver(([entry]) => {
    this.ticks = Math.max(0, Math.floor((entry!.contentRect.height - light) / tall));
    this.bench.analysis.showTicks(this.ticks);
    this.requestUpdate();
  });

  constructor() {
    super();
    new WordsController(this);
  }
  override connectedCallback(): void {
    new BenchController(this, ["report", "document"]);
    super.connectedCallback();
    this.watcher.observe(this);
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.watcher.disconnect();
  }

  static override styles = css`
    :host {
      display: block;
      width: 14px;
      height: 100%;
      overflow: hidden;
      contain: strict;
      background: var(--paper);
    }
    svg {
      display: block;
    }
    .light {
      display: grid;
      place-items: center;
      height: 22px;
    }
    .light .none {
      fill: none;
      stroke: var(--data-line);
      stroke-width: 2;
    }
    .error {
      fill: var(--error-line);
    }
    .warning {
      fill: var(--warning-line);
    }
    .info {
      fill: var(--info-line);
    }
    .ticks path {
      cursor: pointer;
    }
    @media (max-width: 720px) {
      :host {
        width: 10px;
      }
    }
    @media (forced-colors: active) {
      .error,
      .warning,
      .info {
        fill: CanvasText;
      }
    }
  `;

  override render() {
    const { report } = this.bench.analysis;
    if (!report?.analysed) return nothing;
    const { problems, ticks } = report;
    if (ticks !== this.drawn) {
      this.drawn = ticks;
      this.paths = this.draw(ticks);
    }
    const counts = { error: problems.errors, warning: problems.warnings, info: problems.infos };
    const worst = severities.find((severity) => counts[severity] > 0);
    const w = words().problems;
    const label = worst
      ? severities.filter((s) => counts[s] > 0).map((s) => w.count(w.severities[s], counts[s])).join(w.comma)
      : w.none;
    return html`<div class="light" role="img" aria-label=${label} title=${label}>
        <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">${lights[worst ?? "none"]}</svg>
      </div>
      <svg class="ticks" width="14" height=${this.ticks * tall} aria-hidden="true" @click=${this.clicked}>
        ${[...severities].reverse().map((severity) => svg`<path class=${severity} d=${this.paths[severity] ?? ""} />`)}
      </svg>`;
  }

  /** One path for each severity: what is painted does not grow with the problems. */
  private draw(ticks: readonly Tick[]): Partial<Record<Severity, string>> {
    const paths: Partial<Record<Severity, string>> = {};
    for (const { at, severity } of ticks) {
      paths[severity] = `${paths[severity] ?? ""}M1 ${at * tall}h12v${tall - 1}h-12z`;
    }
    return paths;
  }

  /** The nearest tick counts: they are low. */
  private clicked(event: MouseEvent): void {
    const y = (event.clientY - (event.currentTarget as Element).getBoundingClientRect().top) / tall;
    let nearest: Tick | undefined;
    for (const tick of this.drawn ?? []) {
      if (!nearest || Math.abs(tick.at + 0.5 - y) < Math.abs(nearest.at + 0.5 - y)) nearest = tick;
    }
    if (!nearest || Math.abs(nearest.at + 0.5 - y) > 4) return;
    this.dispatchEvent(new CustomEvent("pm-go", { bubbles: true, composed: true }));
    void goToTick(this.bench, this.bench.engine, nearest, this.ticks);
  }
}

/** The light says by its shape, too, how bad the worst problem is. */
const lights = {
  none: svg`<path class="none" d="M1.5 5.5 4 8l4.5-6" />`,
  error: svg`<circle class="error" cx="5" cy="5" r="4.5" />`,
  warning: svg`<path class="warning" d="M5 .5 10 9.5H0z" />`,
  info: svg`<path class="info" fill-rule="evenodd" d="M5 .5a4.5 4.5 0 1 0 .001 0zM5 3a2 2 0 1 1-.001 0z" />`,
};
