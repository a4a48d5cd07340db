import { css, html, LitElement, nothing, svg } from "lit";
import { customElement } from "lit/decorators.js";
import type { Severity, Tick } from "../engine/protocol.gen.ts";
import { desk } from "../services/desk.ts";
import { of } from "../services/service.ts";
import { session } from "../services/session.ts";
import { Watch } from "../services/watch.ts";
import { kinds } from "../text/kinds.ts";
import { scrollToTick, showProblemOfTick } from "../text/problems.ts";
import { severities } from "../text/squiggles.ts";
import { words, WordsController } from "../words/words.ts";

/** The height of a tick and of the light above them, in CSS pixels. */
const tall = 3;
const light = 22;

const bands = [...kinds.map(({ kind }) => kind), "unmarked"];

/** Where the marks and the problems of the whole document are, beside its scroll bar. It is for
 * the pointer; the keyboard goes from problem to problem. */
@customElement("pm-strip")
export class Strip extends LitElement {
  private readonly desk = of(desk);
  private ticks = 0;
  private drawn: readonly Tick[] | undefined;
  private paths: Partial<Record<Severity, string>> = {};
  private dense: readonly number[] | undefined;
  private density: readonly string[] = [];
  private readonly watcher = new ResizeObserver(([entry]) => {
    this.ticks = Math.max(0, Math.floor((entry!.contentRect.height - light) / tall));
    this.desk.analysis.showTicks(this.ticks);
    this.requestUpdate();
  });

  constructor() {
    super();
    new WordsController(this);
    new Watch(this, this.desk.analysis, ["report"]);
    new Watch(this, of(session), ["opened"]);
  }
  override connectedCallback(): void {
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
      width: 22px;
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
    .actor {
      fill: var(--actor-line);
    }
    .action {
      fill: var(--action-line);
    }
    .data {
      fill: var(--data-line);
    }
    .purpose {
      fill: var(--purpose-line);
    }
    .unmarked {
      fill: none;
      stroke: var(--ink-3);
      stroke-width: 1;
    }
    @media (max-width: 720px) {
      :host {
        width: 16px;
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
    const { report } = this.desk.analysis;
    if (!report?.analysed) return nothing;
    const { problems, ticks } = report;
    if (!same(ticks, this.drawn, (a, b) => a.at === b.at && a.severity === b.severity)) {
      this.drawn = ticks;
      this.paths = this.draw(ticks);
    }
    if (!same(report.density, this.dense, (a, b) => a === b)) {
      this.dense = report.density;
      this.density = this.drawDensity(report.density);
    }
    const counts = { error: problems.errors, warning: problems.warnings, info: problems.infos };
    const worst = severities.find((severity) => counts[severity] > 0);
    const w = words().problems;
    const label = worst
      ? severities
          .filter((s) => counts[s] > 0)
          .map((s) => w.count(w.severities[s], counts[s]))
          .join(w.comma)
      : w.none;
    return html`<div class="light" role="img" aria-label=${label} title=${label}>
        <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">${lights[worst ?? "none"]}</svg>
      </div>
      <svg class="ticks" width="22" height=${this.ticks * tall} aria-hidden="true" @click=${this.clicked}>
        <title>${words().panels.strip.legend}</title>
        ${bands.map((name, i) => svg`<path class=${name} d=${this.density[i] ?? ""} />`)}
        ${[...severities].reverse().map((severity) => svg`<path class=${severity} d=${this.paths[severity] ?? ""} />`)}
      </svg>`;
  }

  /** One path for each severity: what is painted does not grow with the problems. */
  private draw(ticks: readonly Tick[]): Partial<Record<Severity, string>> {
    const paths: Partial<Record<Severity, string>> = {};
    for (const { at, severity } of ticks) {
      paths[severity] = `${paths[severity] ?? ""}M12 ${at * tall}h9v${tall - 1}h-9z`;
    }
    return paths;
  }

  /** One path for each kind, side by side, the wider the more marks there are; and
   * one for what speaks of handling data but is not marked. */
  private drawDensity(density: readonly number[]): string[] {
    const paths = bands.map(() => "");
    for (let at = 0; at * bands.length < density.length; at++) {
      const n = density.slice(at * bands.length, (at + 1) * bands.length);
      const unmarked = n.pop()!;
      const total = n.reduce((sum, count) => sum + count, 0);
      // Four marks on a tick and more fill its width.
      let x = 1;
      for (let kind = 0; kind < n.length && total > 0; kind++) {
        const width = (Math.min(total, 4) * 2.25 * n[kind]!) / total;
        if (width > 0) paths[kind] += `M${x} ${at * tall}h${width}v${tall - 1}h-${width}z`;
        x += width;
      }
      if (unmarked > 0 && total === 0) paths[n.length] += `M1.5 ${at * tall + 0.5}h8v1.5h-8z`;
    }
    return paths;
  }

  /** The nearest tick counts: they are low. */
  private clicked(event: MouseEvent): void {
    const box = (event.currentTarget as Element).getBoundingClientRect();
    const y = (event.clientY - box.top) / tall;
    let nearest: Tick | undefined;
    for (const tick of this.drawn ?? []) {
      if (!nearest || Math.abs(tick.at + 0.5 - y) < Math.abs(nearest.at + 0.5 - y)) nearest = tick;
    }
    const onProblems = event.clientX - box.left >= 11;
    if (!onProblems || !nearest || Math.abs(nearest.at + 0.5 - y) > 4) {
      scrollToTick(this.desk, Math.max(0, Math.floor(y)), this.ticks);
      return;
    }
    void showProblemOfTick(this.desk, nearest, this.ticks);
  }
}

/** Whether a list is the one that was drawn. */
const same = <T>(now: readonly T[], before: readonly T[] | undefined, equal: (a: T, b: T) => boolean): boolean =>
  now.length === before?.length && now.every((one, i) => equal(one, before[i]!));

/** The light says by its shape, too, how bad the worst problem is. */
const lights = {
  none: svg`<path class="none" d="M1.5 5.5 4 8l4.5-6" />`,
  error: svg`<circle class="error" cx="5" cy="5" r="4.5" />`,
  warning: svg`<path class="warning" d="M5 .5 10 9.5H0z" />`,
  info: svg`<path class="info" fill-rule="evenodd" d="M5 .5a4.5 4.5 0 1 0 .001 0zM5 3a2 2 0 1 1-.001 0z" />`,
};
