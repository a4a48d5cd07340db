import { css, html, nothing } from "lit";
import { customElement, query } from "lit/decorators.js";
import { range } from "../analysis/report.ts";
import type { CorrectEvent } from "../cards/practice-card.ts";
import "../cards/practice-card.ts";
import type { Practice, Range } from "../engine/protocol.gen.ts";
import { engineStatus } from "../services/engine-status.ts";
import { navigation } from "../services/navigation.ts";
import { of } from "../services/service.ts";
import { Watch } from "../services/watch.ts";
import { controls } from "../styles/controls.ts";
import { lists } from "../styles/lists.ts";
import { lightUp } from "../text/highlight.ts";
import "../ui/menu.ts";
import type { Menu } from "../ui/menu.ts";
import { words } from "../words/words.ts";
import { correctionsMenu } from "./corrections.ts";
import { ListPanel } from "./list-panel.ts";
import "./practice-filter.ts";
import { unanalysed } from "./unanalysed.ts";

/** The practices that the marks add up to, in the order of the text. */
@customElement("pm-practices")
export class Practices extends ListPanel {
  private readonly engineStatus = of(engineStatus);
  private readonly navigation = of(navigation);
  @query("pm-menu") private menu!: Menu;
  private revealed = -1;

  constructor() {
    super("practices", 132);
    new Watch(this, this.desk.analysis, ["filter"]);
  }

  protected override opened(): void {
    this.revealed = -1;
  }

  static override styles = [
    controls,
    lists,
    css`
      .row {
        padding: 0 var(--space-3);
      }
      .row:first-child {
        padding-top: 0;
      }
      .section {
        margin: 0;
        padding: var(--space-3) 2px var(--space-1);
        font-size: var(--size-1);
        font-weight: 600;
        color: var(--ink-3);
        line-height: 1.4;
      }
      .section span + span::before {
        content: "›";
        margin: 0 5px;
        font-weight: 400;
      }
      .skeleton {
        height: 110px;
        margin: var(--space-1) 0;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--sunken);
        opacity: 0.6;
      }
    `,
  ];

  override render() {
    const w = words().practices;
    const { report } = this.desk.analysis;
    const practices = report?.practices;
    const total = practices?.total ?? 0;
    const partly = unanalysed(report, w.tooLarge(words().bytes(this.engineStatus.maxAnalysed)), total);
    const empty =
      report?.analysed && total === 0
        ? practices!.all > 0
          ? html`<div class="empty">${words().panels.filter.empty}</div>`
          : html`<div class="empty"><strong>${w.empty}</strong>${w.emptyHelp}</div>`
        : nothing;
    return html`${report?.analysed && practices!.all > 0 ? html`<pm-practice-filter></pm-practice-filter>` : partly}
      ${this.rows(w.label, practices, empty, (practice, index) => this.card(practice, index))}
    <pm-menu bare .label=${words().panels.correct.card}></pm-menu>`;
  }

  private card(practice: Practice, index: number) {
    const { practices } = this.desk.analysis.report!;
    const before = practices.items[index - 1 - practices.first];
    const opens =
      index === 0 ? practice.section.length > 0 : before && before.section.join("\n") !== practice.section.join("\n");
    // Of the trail only what is new is shown, the whole of it on pointing there.
    const same = before?.section.findIndex((title, level) => title !== practice.section[level]) ?? 0;
    const fresh = practice.section.slice(same < 0 ? before!.section.length : same);
    const shown = fresh.length > 0 ? fresh : practice.section.slice(-1);
    return html`${
      opens
        ? html`<h2 class="section" title=${practice.section.join(" › ")}>
            ${shown.length > 0 ? shown.map((title) => html`<span>${title}</span>`) : words().practices.noSection}
          </h2>`
        : nothing
    }
      <pm-practice-card
        .practice=${practice}
        .label=${words().practices.card(practice.number + 1, practices.all, practice.action.text)}
        .current=${practices.atCaret === index}
        @pm-go=${(event: CustomEvent<Range>) => this.navigation.reveal(event.detail)}
        @pm-correct=${(event: CorrectEvent) => void this.correct(practice, event)}
        @pm-light=${(event: CustomEvent<Range[]>) => this.light(event.detail)}
      ></pm-practice-card>`;
  }

  private async correct(practice: Practice, { detail: { field, index, anchor } }: CorrectEvent): Promise<void> {
    const groups = await correctionsMenu(practice, field, index);
    if (groups) await this.menu.openAt(anchor, groups);
  }

  private light(ranges: Range[]): void {
    const { view } = this.desk;
    const now = ranges.map((at) => range(view.state, at)).filter((at) => at !== null);
    view.dispatch({ effects: lightUp.of(now) });
  }

  protected override updated(): void {
    const at = this.desk.analysis.report?.practices.atCaret ?? -1;
    if (at === this.revealed) return;
    this.revealed = at;
    if (at >= 0) this.list.reveal(at);
  }
}
