import { css, html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { ArrowDown, ArrowUp, CircleCheck, ListFilter, ListTree, Settings2, X } from "lucide";
import { fixButtons } from "../cards/fix-buttons.ts";
import type { Problem, RuleCount, Severity } from "../engine/protocol.gen.ts";
import { loadPages } from "../rules/pages.ts";
import { commands } from "../services/commands.ts";
import { engineStatus } from "../services/engine-status.ts";
import { navigation } from "../services/navigation.ts";
import { of } from "../services/service.ts";
import { controls } from "../styles/controls.ts";
import { lists } from "../styles/lists.ts";
import { nextProblem } from "../text/problems.ts";
import { severities } from "../text/squiggles.ts";
import { icon } from "../ui/icon.ts";
import "../ui/menu.ts";
import type { MenuGroup } from "../ui/menu.ts";
import { severitySign, severityStyles } from "../ui/severity.ts";
import { number } from "../words/numbers.ts";
import { sentence, words } from "../words/words.ts";
import { ListPanel } from "./list-panel.ts";
import { explainButton, titleOf } from "./problem-card.ts";
import { countIgnored, openIgnored, openLevels } from "./rules-dialogs.ts";
import { unanalysed } from "./unanalysed.ts";

/** What the rules found, in the order of the text, with what can be done. */
@customElement("pm-problems")
export class Problems extends ListPanel {
  private readonly engineStatus = of(engineStatus);
  private readonly commands = of(commands);
  private readonly navigation = of(navigation);
  @state() private off: readonly Severity[] = [];
  /** The one rule that is listed; "" for all. */
  @state() private rule = "";
  @state() private byRule = false;
  private ignored = 0;

  constructor() {
    super("problems", 78);
  }

  protected override opened(): void {
    if (this.rule) this.choose("");
  }

  static override styles = [
    controls,
    severityStyles,
    lists,
    css`
      .filter {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 2px;
        padding: var(--space-1) var(--space-3);
        border-bottom: 1px solid var(--line);
      }
      .filter [aria-pressed="true"].switch {
        background: var(--accent-soft);
        border-color: var(--accent);
      }
      .only,
      .group {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        padding: var(--space-1) var(--space-3);
        border-bottom: 1px solid var(--line);
        background: var(--sunken);
        font-size: var(--size-2);
      }
      .only {
        background: var(--accent-soft);
      }
      .only span,
      .group h2 {
        flex: 1;
        min-width: 0;
        margin: 0;
        font-size: inherit;
        font-weight: 600;
        overflow-wrap: anywhere;
      }
      .group .number {
        color: var(--ink-2);
        font-variant-numeric: tabular-nums;
      }
      .explain {
        color: var(--ink-2);
        font-size: var(--size-2);
        min-height: 26px;
        text-decoration: underline;
        text-underline-offset: 2px;
      }
      .filter .gap {
        flex: 1;
      }
      .filter .quiet {
        font-size: var(--size-2);
        font-variant-numeric: tabular-nums;
      }
      .filter [aria-pressed="false"]:not(.switch) {
        opacity: 0.55;
        text-decoration: line-through;
      }
      .filter .severity {
        padding: 0;
      }
      .problem {
        padding: var(--space-2) var(--space-3) 10px;
        border-bottom: 1px solid var(--line);
      }
      .problem:hover {
        background: var(--hover);
      }
      .message {
        display: flex;
        gap: var(--space-2);
        align-items: flex-start;
        width: 100%;
        min-height: 24px;
        padding: 2px 0;
        border: 0;
        background: none;
        text-align: start;
        line-height: 1.5;
      }
      .fixes {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1);
        margin: 6px 0 0 23px;
      }
      .fixes .button {
        font-size: var(--size-2);
        min-height: 26px;
        white-space: normal;
        text-align: start;
      }
      .skeleton {
        height: 60px;
        margin: var(--space-2);
        border-radius: var(--radius);
        background: var(--sunken);
      }
    `,
  ];

  override render() {
    const w = words().problems;
    const { report } = this.desk.analysis;
    const problems = report?.problems;
    const total = problems?.total ?? 0;
    const counts: Record<Severity, number> = {
      error: problems?.errors ?? 0,
      warning: problems?.warnings ?? 0,
      info: problems?.infos ?? 0,
    };
    const any = severities.some((severity) => counts[severity] > 0);
    const starts = this.byRule && problems ? this.starts(problems.rules) : null;
    const partly = unanalysed(report, words().practices.tooLarge(words().bytes(this.engineStatus.maxAnalysed)), total);
    const empty =
      report?.analysed && total === 0
        ? any
          ? html`<div class="empty">${w.noneShown}</div>`
          : html`<div class="empty">${icon(CircleCheck, 24)}<strong>${w.none}</strong>${w.noneHelp}</div>`
        : nothing;
    return html`${report?.analysed ? this.filter(counts, problems?.rules ?? []) : partly}
      ${any && this.rule ? this.only() : nothing}
      ${this.rows(w.label, problems, empty, (problem, index) => [this.heading(starts?.get(index)), this.row(problem)])}`;
  }

  private row(problem: Problem) {
    return html`<div class="problem" data-rule=${problem.rule} data-severity=${problem.severity}>
      <button class="message" type="button" @click=${() => this.navigation.reveal(problem)}>
        ${severitySign(problem.severity)}<span>${sentence(problem.message)}</span>
      </button>
      <div class="fixes">
        ${fixButtons(this.desk, problem, () => this.desk.view.focus())}
        ${this.byRule ? nothing : explainButton(problem)}
      </div>
    </div>`;
  }

  /** The rows at which the groups begin, with their rules. */
  private starts(rules: readonly RuleCount[]): Map<number, RuleCount> {
    const starts = new Map<number, RuleCount>();
    let at = 0;
    for (const rule of rules) {
      if (this.off.includes(rule.severity) || (this.rule && this.rule !== rule.rule)) continue;
      starts.set(at, rule);
      at += rule.count;
    }
    return starts;
  }

  private heading(rule: RuleCount | undefined) {
    if (!rule) return nothing;
    return html`<div class="group">
      ${severitySign(rule.severity)}
      <h2>${titleOf(rule.rule)}</h2>
      <span class="number">${number(rule.count)}</span>
      ${explainButton(rule)}
    </div>`;
  }

  private only() {
    const w = words().problems;
    return html`<div class="only">
      <span>${w.only(titleOf(this.rule))}</span>
      <button class="quiet" type="button" aria-label=${w.allRules} title=${w.allRules} @click=${() => this.choose("")}>
        ${icon(X, 14)}
      </button>
    </div>`;
  }

  private rulesMenu(rules: readonly RuleCount[]): MenuGroup[] {
    return [
      { items: [{ label: words().problems.allRules, checked: !this.rule, run: () => this.choose("") }] },
      ...severities
        .map((severity) => ({
          title: words().problems.severities[severity],
          items: rules
            .filter((rule) => rule.severity === severity)
            .map(({ rule, count }) => ({
              label: titleOf(rule),
              key: number(count),
              checked: rule === this.rule,
              run: () => this.choose(rule),
            })),
        }))
        .filter(({ items }) => items.length > 0),
    ];
  }

  private choose(rule: string): void {
    this.rule = rule;
    this.showRules();
  }

  private showRules(): void {
    this.list.restart();
    this.desk.analysis.showRules(this.rule ? [this.rule] : [], this.byRule);
  }

  private filter(counts: Record<Severity, number>, rules: readonly RuleCount[]) {
    const w = words().problems;
    return html`<div class="filter">
      ${severities.map(
        (severity) => html`<button
          class="quiet"
          type="button"
          aria-pressed=${!this.off.includes(severity)}
          aria-label=${w.show(w.severities[severity], counts[severity])}
          title=${w.show(w.severities[severity], counts[severity])}
          @click=${() => this.toggle(severity)}
        >
          ${severitySign(severity)}${number(counts[severity])}
        </button>`,
      )}
      <span class="gap"></span>
      <button
        class="quiet switch"
        type="button"
        aria-pressed=${this.byRule}
        aria-label=${w.byRule}
        title=${w.byRule}
        @click=${async () => {
          await loadPages().catch(() => {});
          this.byRule = !this.byRule;
          this.showRules();
        }}
      >
        ${icon(ListTree)}
      </button>
      <pm-menu
        .label=${w.onlyRule}
        .face=${icon(ListFilter)}
        .prepare=${() => loadPages().catch(() => {})}
        .groups=${() => this.rulesMenu(rules)}
      ></pm-menu>
      <button
        class="quiet"
        type="button"
        aria-label=${w.previous}
        title=${words().toolbar.withKey(w.previous, this.commands.keyOf("previousProblem"))}
        @click=${() => void nextProblem(this.desk, true)}
      >
        ${icon(ArrowUp)}
      </button>
      <button
        class="quiet"
        type="button"
        aria-label=${w.next}
        title=${words().toolbar.withKey(w.next, this.commands.keyOf("nextProblem"))}
        @click=${() => void nextProblem(this.desk, false)}
      >
        ${icon(ArrowDown)}
      </button>
      <pm-menu
        .label=${words().panels.levels.open}
        .face=${icon(Settings2)}
        .prepare=${async () => {
          this.ignored = await countIgnored();
        }}
        .groups=${() => [
          {
            items: [
              { label: words().panels.levels.open, run: () => void openLevels() },
              { label: words().panels.ignored.show(this.ignored), run: () => void openIgnored() },
            ],
          },
        ]}
      ></pm-menu>
    </div>`;
  }

  private toggle(severity: Severity): void {
    this.off = this.off.includes(severity) ? this.off.filter((s) => s !== severity) : [...this.off, severity];
    // All switched off shows all: an empty list says nothing.
    if (this.off.length === severities.length) this.off = [];
    this.desk.analysis.showSeverities(this.off.length === 0 ? [] : severities.filter((s) => !this.off.includes(s)));
  }
}
