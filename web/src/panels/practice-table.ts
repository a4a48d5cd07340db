import { css, html, LitElement, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { ArrowDown, ArrowUp, Ban, ClipboardCopy } from "lucide";
import { actionText, columnNames, columns, tableText, type Column } from "../cards/practice-text.ts";
import { EngineError } from "../engine/engine-error.ts";
import type { Practice, PracticeList, Window } from "../engine/protocol.gen.ts";
import { desk } from "../services/desk.ts";
import { navigation } from "../services/navigation.ts";
import { of } from "../services/service.ts";
import { controls } from "../styles/controls.ts";
import { sidewards } from "../styles/sidewards.ts";
import { icon } from "../ui/icon.ts";
import { row, tall } from "../ui/row.ts";
import { WindowedList, type ListHost } from "../ui/windowed.ts";
import { lang, sentence, words, WordsController } from "../words/words.ts";
import { allPractices, copy } from "./copying.ts";
import { Questions } from "./questions.ts";

/** The practices as a table, of which only the rows on the screen exist. */
@customElement("pm-practice-table")
export class PracticeTable extends LitElement implements ListHost {
  private readonly desk = of(desk);
  private readonly navigation = of(navigation);
  @query(".scroller") readonly scroller!: HTMLElement | null;
  @state() private sort: Column | "text" = "text";
  @state() private descending = false;
  @state() private answer: PracticeList | null = null;
  @state() private refusal = "";
  private window: Window = { first: 0, count: 40 };
  private list!: WindowedList;
  private readonly questions = new Questions(() => this.look());

  constructor() {
    super();
    new WordsController(this);
  }
  override connectedCallback(): void {
    this.list ??= new WindowedList(this, 40, (window) => {
      this.window = window;
      this.questions.now();
    });
    super.connectedCallback();
    this.questions.now();
  }

  static override styles = [
    controls,
    sidewards,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 0;
      }
      .tools {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        padding: var(--space-1) var(--space-4);
        border-bottom: 1px solid var(--line);
        font-size: var(--size-2);
        color: var(--ink-2);
      }
      .tools span {
        flex: 1;
      }
      .refusal {
        color: var(--warning-ink);
      }
      .scroller {
        flex: 1;
        min-height: 0;
        overflow: auto;
        overflow-anchor: none;
        contain: strict;
      }
      .table {
        min-width: 62rem;
      }
      .all {
        position: relative;
      }
      [role="row"] {
        display: grid;
        grid-template-columns: 3.2rem 1.1fr 1.1fr 2fr 1.6fr 1.4fr 1.1fr 1.5fr;
      }
      .heads {
        position: sticky;
        top: 0;
        z-index: 2;
        background: var(--sunken);
        border-bottom: 1px solid var(--line-strong);
      }
      .heads [role="columnheader"] {
        padding: 2px;
        font-size: var(--size-2);
        font-weight: 600;
      }
      .heads button {
        width: 100%;
        min-height: 30px;
        justify-content: flex-start;
        font-weight: 600;
      }
      .rows {
        position: absolute;
        inset-inline: 0;
        top: 0;
        border-bottom: 1px solid var(--line);
      }
      .rows:hover {
        background: var(--hover);
      }
      [role="cell"] {
        padding: 6px var(--space-2);
        font-size: var(--size-2);
        line-height: 1.45;
        overflow-wrap: anywhere;
      }
      .number {
        padding: 2px;
      }
      .number button {
        width: 100%;
        font-variant-numeric: tabular-nums;
        color: var(--ink-2);
      }
      .section {
        color: var(--ink-2);
      }
      .denied {
        background: var(--error-tint);
      }
      .denied:hover {
        background: color-mix(in srgb, var(--error-tint) 80%, var(--hover));
      }
      .not {
        display: inline-flex;
        align-items: center;
        gap: 3px;
        padding: 0 5px;
        margin-inline-end: 4px;
        border: 1.5px solid var(--error-line);
        border-radius: 99px;
        background: var(--paper);
        color: var(--error-ink);
        font-size: var(--size-1);
        font-weight: 700;
      }
      .empty {
        padding: var(--space-8);
        text-align: center;
        color: var(--ink-2);
      }
      @media (max-width: 720px) {
        .tools {
          padding-inline: var(--space-2);
        }
      }
    `,
  ];

  override render() {
    const w = words().panels;
    const { answer } = this;
    const total = answer?.total ?? 0;
    this.list.setTotal(total);
    return html`<div class="tools">
        <span role="status" class=${this.refusal ? "refusal" : ""}
          >${this.refusal || (answer ? w.views.filtered(answer.total, answer.all) : "")}</span
        >
        <button class="quiet" type="button" ?disabled=${total === 0} @click=${() => void this.copyTable()}>
          ${icon(ClipboardCopy)}${w.copy.table}
        </button>
      </div>
      <div class="scroller sidewards" tabindex="0" role="region" aria-label=${w.views.table}>
        ${answer && total === 0 ? html`<div class="empty">${w.views.empty}</div>` : nothing}
        <div class="table" role="table" aria-label=${w.views.table} aria-rowcount=${total + 1} aria-colcount=${columnNames.length + 1}>
          <div class="heads" role="rowgroup">
            <div role="row" aria-rowindex="1">
              <span role="columnheader" aria-sort=${this.sort === "text" ? "ascending" : "none"}>
                <button class="quiet" type="button" aria-label=${w.views.textOrder} title=${w.views.textOrder} @click=${() => this.order("text")}>#</button>
              </span>
              ${columnNames.map(
                (name) => html`<span
                  role="columnheader"
                  aria-sort=${this.sort !== name ? "none" : this.descending ? "descending" : "ascending"}
                >
                  <button class="quiet" type="button" data-sort=${name} title=${w.views.sortBy(w.views.columns[name])} @click=${() => this.order(name)}>
                    ${w.views.columns[name]}${this.sort === name ? icon(this.descending ? ArrowDown : ArrowUp, 13) : nothing}
                  </button>
                </span>`,
              )}
            </div>
          </div>
          <div class="all" role="rowgroup" ${tall(this.list.height)}>
            ${repeat(
              total > 0 ? this.list.rows() : [],
              ({ index }) => index,
              ({ index, start }) => this.row(index, start),
            )}
          </div>
        </div>
      </div>`;
  }

  private row(index: number, start: number) {
    const w = words().panels;
    const p = this.answer!.items[index - this.answer!.first];
    return html`<div
      class="rows ${p?.negated ? "denied" : ""}"
      role="row"
      aria-rowindex=${index + 2}
      ${row(this.list, index, start)}
    >
      <span role="cell" class="number"
        >${
          p
            ? html`<button class="quiet" type="button" aria-label=${w.views.go(p.action.text)} title=${w.views.go(p.action.text)} @click=${() => this.go(p)}>
              ${p.number + 1}
            </button>`
            : "…"
        }</span
      >
      ${columnNames.map(
        (name) => html`<span role="cell" class=${name}
          >${
            p
              ? name === "action" && p.negated
                ? html`<span class="not">${icon(Ban, 11)}${words().practices.negated}</span><s>${p.action.text}</s>${actionText({ ...p, negated: false }).slice(p.action.text.length)}`
                : columns[name](p)
              : " "
          }</span
        >`,
      )}
    </div>`;
  }

  private order(by: Column | "text"): void {
    this.descending = this.sort === by && !this.descending;
    this.sort = by;
    this.window = { first: 0, count: this.window.count };
    this.list.restart();
    this.questions.now();
  }

  private go(p: Practice): void {
    this.dispatchEvent(new CustomEvent("pm-leave"));
    this.navigation.bring("practices");
    this.navigation.reveal({ from: p.from, to: p.to });
  }

  private async look(): Promise<void> {
    const { sort, descending } = this;
    await this.desk.analysis.upToDate();
    try {
      this.answer = await this.desk.engine.practices({
        version: this.desk.analysis.version,
        lang: lang(),
        filter: this.desk.analysis.filter,
        window: this.window,
        sort,
        descending,
      });
      if (this.sort === sort && sort !== "text") this.refusal = "";
    } catch (error) {
      if (!(error instanceof EngineError) || error.code !== "refused") throw error;
      // Too many to sort: they stay in the order of the text.
      this.refusal = sentence(error.message);
      this.sort = "text";
      this.descending = false;
      this.questions.now();
    }
  }

  private async copyTable(): Promise<void> {
    let count = 0;
    await copy(
      async () => {
        const all = await allPractices(this.desk.analysis.filter, this.sort, this.descending);
        count = all.length;
        return tableText(all);
      },
      () => count,
    );
  }
}
