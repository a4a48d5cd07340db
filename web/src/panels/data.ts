import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { ArrowDown, ArrowUp, ChevronDown, ChevronRight, Search } from "lucide";
import { EngineError } from "../engine/engine-error.ts";
import type { Inventory, InventoryItem, InventoryOf, Window } from "../engine/protocol.gen.ts";
import { desk } from "../services/desk.ts";
import { navigation } from "../services/navigation.ts";
import { of } from "../services/service.ts";
import { session } from "../services/session.ts";
import { Watch } from "../services/watch.ts";
import { controls, kindChips } from "../styles/controls.ts";
import { lists } from "../styles/lists.ts";
import { searchField } from "../styles/search-field.ts";
import { icon } from "../ui/icon.ts";
import { row, tall } from "../ui/row.ts";
import { WindowedList, type ListHost } from "../ui/windowed.ts";
import { lang, sentence, words, WordsController } from "../words/words.ts";
import { filterBy } from "./practice-filter.ts";
import { Questions } from "./questions.ts";
import { unanalysed } from "./unanalysed.ts";

const all: readonly InventoryOf[] = ["data", "parties", "purposes"];
const kinds = { data: "data", parties: "actor", purposes: "purpose" } as const;
const facets = {
  data: "data",
  actor: "actors",
  recipient: "recipients",
  purpose: "purposes",
  category: "categories",
} as const;

/** What the practices speak of: data as a tree, parties and purposes. It is worked
 * out while the panel is in front. */
@customElement("pm-data")
export class DataPanel extends LitElement implements ListHost {
  private readonly desk = of(desk);
  private readonly navigation = of(navigation);
  @property({ type: Boolean }) shown = false;
  @query(".scroller") readonly scroller!: HTMLElement | null;
  @state() private of: InventoryOf = "data";
  @state() private search = "";
  @state() private answer: Inventory | null = null;
  /** The entry whose places are gone through, and which place. */
  @state() private at: { of: InventoryOf; entry: number; nth: number; total: number } | null = null;
  private closed: readonly string[] = [];
  private window: Window = { first: 0, count: 30 };
  private list!: WindowedList;
  private readonly questions = new Questions(() => this.look());

  constructor() {
    super();
    new WordsController(this);
    const look = () => {
      if (this.shown && this.stale()) this.questions.soon();
    };
    new Watch(this, this.desk.analysis, ["report"], look);
    new Watch(this, of(session), ["opened"], () => {
      this.answer = this.at = null;
      this.closed = [];
      this.search = "";
      this.list.restart();
      look();
    });
  }
  override connectedCallback(): void {
    this.list ??= new WindowedList(this, 84, (window) => {
      this.window = window;
      if (this.shown) this.questions.now();
    });
    super.connectedCallback();
  }

  /** Whether the text changed since what is shown was asked for. */
  private stale(): boolean {
    return this.asked !== `${this.desk.analysis.version} ${lang()}`;
  }
  private asked = "";

  protected override updated(changed: Map<string, unknown>): void {
    if (changed.has("shown") && this.shown) this.questions.now();
  }

  /** A panel behind another is drawn when it comes to the front. */
  protected override shouldUpdate(changed: Map<PropertyKey, unknown>): boolean {
    return this.shown || changed.has("shown");
  }

  static override styles = [
    controls,
    lists,
    searchField,
    kindChips,
    css`
      .line {
        display: flex;
        align-items: center;
        flex-wrap: wrap;
        gap: 4px;
        padding: var(--space-1) var(--space-3);
        border-bottom: 1px solid var(--line);
      }
      .lists {
        display: flex;
        gap: 2px;
      }
      .lists .quiet {
        font-size: var(--size-2);
        padding-inline: var(--space-2);
      }
      .lists [aria-pressed="true"] {
        background: var(--accent-soft);
        border-color: var(--accent);
        font-weight: 600;
      }
      .lists small {
        color: var(--ink-2);
        font-weight: 400;
        font-variant-numeric: tabular-nums;
      }
      .search {
        flex-basis: 9em;
      }
      .row {
        padding: 7px var(--space-3) 8px;
        border-bottom: 1px solid var(--line);
        font-size: var(--size-2);
      }
      .row:hover {
        background: var(--hover);
      }
      .row:is([data-depth="1"]) {
        padding-inline-start: 30px;
      }
      .row:is([data-depth="2"]) {
        padding-inline-start: 48px;
      }
      .row:is([data-depth="3"], [data-depth="4"], [data-depth="5"], [data-depth="6"]) {
        padding-inline-start: 64px;
      }
      .head {
        display: flex;
        align-items: flex-start;
        gap: 4px;
      }
      .head .name {
        flex: 1;
        min-width: 0;
      }
      .head .chip {
        font-size: var(--size-3);
      }
      .fold {
        min-width: 24px;
        min-height: 24px;
        padding: 2px;
      }
      .step {
        min-width: 26px;
        min-height: 26px;
        padding: 2px;
      }
      .where {
        align-self: center;
        color: var(--ink-2);
        font-size: var(--size-1);
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
      }
      .note {
        color: var(--ink-3);
        font-size: var(--size-1);
      }
      .link {
        min-height: 24px;
        padding: 0 2px;
        border: 0;
        background: none;
        color: var(--ink-2);
        font-size: var(--size-1);
        text-decoration: underline;
        text-underline-offset: 2px;
      }
      dl {
        display: grid;
        grid-template-columns: minmax(2.25em, max-content) 1fr;
        gap: 1px var(--space-2);
        margin: 3px 0 0;
      }
      dt {
        color: var(--ink-3);
        font-size: var(--size-1);
      }
      dd {
        margin: 0;
        overflow-wrap: anywhere;
      }
      .skeleton {
        height: 60px;
      }
    `,
  ];

  override render() {
    const w = words().panels.inventory;
    const { answer } = this;
    const report = this.desk.analysis.report;
    const total = answer?.ready ? answer.total : 0;
    this.list.setTotal(total);
    const counts: Record<InventoryOf, number> = {
      data: answer?.data ?? 0,
      parties: answer?.parties ?? 0,
      purposes: answer?.purposes ?? 0,
    };
    return html`<div class="line">
        <div class="lists" role="group" aria-label=${w.label}>
          ${all.map(
            (of) => html`<button
              class="quiet"
              type="button"
              data-of=${of}
              aria-pressed=${this.of === of}
              @click=${() => this.turnTo(of)}
            >
              ${w.lists[of]}${answer?.ready ? html` <small>${counts[of].toLocaleString()}</small>` : nothing}
            </button>`,
          )}
        </div>
        <label class="search">
          ${icon(Search, 14)}<span class="hidden">${w.search}</span>
          <input
            type="search"
            autocomplete="off"
            spellcheck="false"
            placeholder=${w.search}
            .value=${this.search}
            @input=${(event: InputEvent) => !event.isComposing && this.find((event.target as HTMLInputElement).value)}
            @compositionend=${(event: CompositionEvent) => this.find((event.target as HTMLInputElement).value)}
            @keydown=${(event: KeyboardEvent) => {
              if (event.key !== "Escape" || event.isComposing) return;
              event.stopPropagation();
              if (this.search) this.find("");
              else this.desk.view.focus();
            }}
          />
        </label>
      </div>
      <div class="scroller" tabindex=${total > 0 ? "-1" : nothing}>
        ${
          report && !report.analysed
            ? unanalysed(report, w.tooLarge)
            : answer && !answer.ready
              ? html`<div class="empty" role="status">${words().panels.working(answer.percent)}</div>`
              : answer && total === 0
                ? html`<div class="empty">${this.search ? w.none : html`<strong>${w.empty}</strong>${w.emptyHelp}`}</div>`
                : nothing
        }
        <div class="all" role="list" aria-label=${w.lists[this.of]} ${tall(this.list.height)}>
          ${repeat(
            total > 0 ? this.list.rows() : [],
            ({ index }) => index,
            ({ index, start }) => {
              const item = answer!.items[index - answer!.first];
              return html`<div
                class="row"
                role="listitem"
                data-depth=${item?.depth ?? 0}
                aria-setsize=${total}
                aria-posinset=${index + 1}
                ${row(this.list, index, start)}
              >
                ${item ? this.item(item) : html`<div class="skeleton"></div>`}
              </div>`;
            },
          )}
        </div>
      </div>`;
  }

  private item(item: InventoryItem) {
    const w = words().panels.inventory;
    const { at } = this;
    const here = at && at.of === this.of && at.entry === item.entry ? at : null;
    const more = (names: readonly string[]) => names.join(words().panels.copy.separator);
    const field = (name: string, names: readonly string[]) =>
      names.length === 0 ? nothing : html`<dt>${name}</dt><dd>${more(names)}</dd>`;
    return html`<div class="head">
        ${
          item.parts
            ? html`<button
              class="quiet fold"
              type="button"
              aria-expanded=${!item.closed}
              aria-label=${w.parts(item.name, item.closed)}
              title=${w.parts(item.name, item.closed)}
              @click=${() => this.fold(item)}
            >
              ${icon(item.closed ? ChevronRight : ChevronDown, 14)}
            </button>`
            : nothing
        }
        <span class="name">
          <button class="chip ${kinds[this.of]}" type="button" @click=${() => void this.step(item, here ? 1 : 0)}>${item.name}</button>
          ${item.open ? html`<span class="note">${w.open}</span>` : nothing}
          ${item.vague ? html`<span class="note">${w.vague}</span>` : nothing}
          ${item.synonyms.length > 0 ? html`<span class="note">${w.also} ${more(item.synonyms)}</span>` : nothing}
          ${item.party || item.kind ? html`<span class="note">${sentence(item.party || item.kind)}</span>` : nothing}
        </span>
        ${here ? html`<span class="where" role="status">${w.at(here.nth + 1, here.total)}</span>` : nothing}
        <button class="quiet step" type="button" aria-label=${w.previous(item.name)} title=${w.previous(item.name)} @click=${() => void this.step(item, -1)}>
          ${icon(ArrowUp, 14)}
        </button>
        <button class="quiet step" type="button" aria-label=${w.next(item.name)} title=${w.next(item.name)} @click=${() => void this.step(item, here ? 1 : 0)}>
          ${icon(ArrowDown, 14)}
        </button>
      </div>
      <button class="link" type="button" aria-label=${w.show(item.name)} title=${w.show(item.name)} @click=${() => this.show(item)}>
        ${
          this.of === "parties"
            ? [item.practices > 0 ? w.acts(item.practices) : "", item.receives > 0 ? w.receives(item.receives) : ""]
                .filter(Boolean)
                .join(" · ")
            : w.practices(item.practices)
        }
      </button>
      ${
        item.actors.length + item.recipients.length + item.purposes.length > 0
          ? html`<dl>${field(w.by, item.actors)}${field(w.to, item.recipients)}${field(w.why, item.purposes)}</dl>`
          : nothing
      }`;
  }

  private turnTo(of: InventoryOf): void {
    this.of = of;
    this.again();
  }

  private find(search: string): void {
    this.search = search;
    this.again();
  }

  private again(): void {
    this.window = { first: 0, count: this.window.count };
    this.list.restart();
    this.questions.now();
  }

  private fold({ name, closed }: InventoryItem): void {
    this.closed = closed ? this.closed.filter((one) => one !== name) : [...this.closed, name];
    this.questions.now();
  }

  private show(item: InventoryItem): void {
    const list = facets[item.field];
    filterBy({ [list]: item.keys }, { [list]: item.name });
  }

  private async step(item: InventoryItem, by: number): Promise<void> {
    const { of } = this;
    const from = this.at && this.at.of === of && this.at.entry === item.entry ? this.at.nth + by : by < 0 ? -1 : 0;
    try {
      const found = await this.desk.engine.occurrence({
        version: this.desk.analysis.version,
        lang: lang(),
        of,
        entry: item.entry,
        nth: from,
      });
      if (found.from < 0) return;
      this.at = { of, entry: item.entry, nth: found.nth, total: found.total };
      this.navigation.reveal(found, false);
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      this.questions.now();
    }
  }

  private async look(): Promise<void> {
    if (!this.shown || !this.desk.analysis.report?.analysed) return;
    const { version } = this.desk.analysis;
    const asked = `${version} ${lang()}`;
    const answer = await this.desk.engine.inventory({
      version,
      lang: lang(),
      of: this.of,
      search: this.search,
      closed: [...this.closed],
      window: this.window,
    });
    if (answer.ready) {
      if (asked !== this.asked) this.at = null;
      this.asked = asked;
    }
    if (answer.ready || !this.answer?.ready) this.answer = answer;
    // A long document is taken in step by step, and others are answered between.
    if (!answer.ready) setTimeout(() => this.questions.now());
  }
}
