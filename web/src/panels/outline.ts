import { css, html, LitElement, nothing, svg } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { PanelLeftClose } from "lucide";
import type { Heading, Outline as Answer, Window } from "../engine/protocol.gen.ts";
import { desk } from "../services/desk.ts";
import { navigation } from "../services/navigation.ts";
import { of } from "../services/service.ts";
import { session } from "../services/session.ts";
import { Watch } from "../services/watch.ts";
import { controls } from "../styles/controls.ts";
import { lists } from "../styles/lists.ts";
import { icon } from "../ui/icon.ts";
import { row, tall } from "../ui/row.ts";
import { WindowedList, type ListHost } from "../ui/windowed.ts";
import { number } from "../words/numbers.ts";
import { lang, words, WordsController } from "../words/words.ts";
import { Questions } from "./questions.ts";

/** The headings of the document with what stands under them, as a tree that shows
 * only the rows on the screen. */
@customElement("pm-outline")
export class Outline extends LitElement implements ListHost {
  private readonly desk = of(desk);
  private readonly navigation = of(navigation);
  /** On a phone it is a drawer, which goes away when something was chosen. */
  @property({ type: Boolean, reflect: true }) drawer = false;
  @property({ type: Boolean }) shown = true;
  @query(".scroller") readonly scroller!: HTMLElement | null;
  @state() private answer: Answer | null = null;
  /** The row that the keys are on, -1 while that is the current section's. */
  @state() private active = -1;
  private window: Window = { first: 0, count: 40 };
  private list!: WindowedList;
  private revealed = -1;
  private readonly questions = new Questions(() => this.look());

  constructor() {
    super();
    new WordsController(this);
    new Watch(this, this.desk.analysis, ["report"], () => {
      if (this.shown) this.questions.soon();
      // What the outline shows comes with its own answer.
      return false;
    });
    new Watch(this, of(session), ["opened"], () => {
      this.answer = null;
      this.active = this.revealed = -1;
      this.list.restart();
      if (this.shown) this.questions.soon();
    });
  }
  override connectedCallback(): void {
    this.list ??= new WindowedList(this, 46, (window) => {
      this.window = window;
      this.questions.now();
    });
    super.connectedCallback();
    this.questions.soon();
  }

  static override styles = [
    controls,
    lists,
    css`
      :host {
        min-height: 0;
        background: var(--ground);
      }
      .top {
        display: flex;
        align-items: center;
        gap: var(--space-1);
        min-height: 38px;
        padding: 0 var(--space-1) 0 var(--space-3);
        border-bottom: 1px solid var(--line);
        font-size: var(--size-3);
        font-weight: 600;
      }
      .top h2 {
        flex: 1;
        margin: 0;
        font: inherit;
      }
      .scroller:focus-visible {
        outline-offset: -2px;
      }
      .row {
        padding: 5px var(--space-2) 6px var(--space-3);
        border-inline-start: 3px solid transparent;
        cursor: pointer;
        line-height: 1.35;
        font-size: var(--size-2);
      }
      .row[aria-level="2"] {
        padding-inline-start: 24px;
      }
      .row[aria-level="3"] {
        padding-inline-start: 36px;
      }
      .row[aria-level="4"] {
        padding-inline-start: 48px;
      }
      .row:is([aria-level="5"], [aria-level="6"], [aria-level="7"], [aria-level="8"]) {
        padding-inline-start: 58px;
      }
      .row[aria-level="1"] .title {
        font-weight: 600;
      }
      .row:hover {
        background: var(--hover);
      }
      .row[aria-current] {
        border-inline-start-color: var(--accent);
        background: var(--accent-soft);
      }
      .scroller:focus-visible .row.active {
        outline: 2px solid var(--accent);
        outline-offset: -2px;
      }
      .title {
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
        overflow: hidden;
        overflow-wrap: anywhere;
      }
      .sum {
        display: flex;
        align-items: center;
        gap: 6px;
        margin-top: 2px;
        font-size: var(--size-1);
        color: var(--ink-3);
        font-variant-numeric: tabular-nums;
      }
      .bar {
        display: block;
        flex: none;
        border-radius: 3px;
      }
      .bar .whole {
        fill: var(--line);
      }
      .bar .part {
        fill: var(--data-line);
      }
      .empty {
        padding: var(--space-6) var(--space-3);
        text-align: start;
        color: var(--ink-2);
        font-size: var(--size-2);
      }
      @media (pointer: coarse) {
        .row {
          padding-block: 9px;
        }
      }
      @media (forced-colors: active) {
        .row[aria-current] {
          border-inline-start-color: Highlight;
        }
        .bar .whole {
          fill: Canvas;
          stroke: CanvasText;
        }
        .bar .part {
          fill: CanvasText;
        }
      }
    `,
  ];

  override render() {
    const w = words().panels.outline;
    const { answer } = this;
    const total = answer?.total ?? 0;
    this.list.setTotal(total);
    return html`<div class="top">
        <h2>${w.label}</h2>
        <button class="quiet" type="button" aria-label=${w.close} title=${w.close} @click=${this.leave}>
          ${icon(PanelLeftClose)}
        </button>
      </div>
      ${answer && total === 0 ? html`<div class="empty"><strong>${w.empty}</strong>${w.emptyHelp}</div>` : nothing}
      <div
        class="scroller"
        role=${total > 0 ? "tree" : nothing}
        tabindex=${total > 0 ? "0" : nothing}
        aria-label=${total > 0 ? w.label : nothing}
        aria-activedescendant=${total > 0 ? `row-${this.at}` : nothing}
        @keydown=${this.keys}
        @focus=${() => this.list.reveal(this.at)}
        @blur=${() => (this.active = -1)}
      >
        <div class="all" role="presentation" ${tall(this.list.height)}>
          ${repeat(
            total > 0 ? this.list.rows() : [],
            ({ index }) => index,
            ({ index, start }) => this.row(index, start),
          )}
        </div>
      </div>`;
  }

  private get at(): number {
    return Math.max(0, this.active >= 0 ? this.active : (this.answer?.current ?? 0));
  }

  private heading(index: number): Heading | undefined {
    return this.answer?.items[index - this.answer.first];
  }

  private row(index: number, start: number) {
    const w = words().panels.outline;
    const h = this.heading(index);
    const current = this.answer!.current === index;
    return html`<div
      class="row ${this.at === index ? "active" : ""}"
      id="row-${index}"
      role="treeitem"
      aria-level=${h?.level ?? 1}
      aria-setsize=${this.answer!.total}
      aria-posinset=${index + 1}
      aria-selected=${current}
      aria-current=${current ? "location" : nothing}
      aria-label=${h ? w.row(h.title, h.marks, h.practices, h.handling, h.covered) : nothing}
      title=${h ? `${h.title}\n${w.counts(h.marks, h.practices)}\n${w.coverage(h.covered, h.handling)}` : nothing}
      @click=${() => h && this.go(h)}
      ${row(this.list, index, start)}
    >
      <span class="title">${h?.title ?? "…"}</span>
      <span class="sum">${h ? [bar(h), html`<span>${number(h.marks)} · ${number(h.practices)}</span>`] : " "}</span>
    </div>`;
  }

  private keys(event: KeyboardEvent): void {
    const total = this.answer?.total ?? 0;
    const { at } = this;
    const page = Math.max(1, Math.floor((this.scroller?.clientHeight ?? 400) / 46) - 1);
    let next: number | undefined;
    switch (event.key) {
      case "ArrowDown":
      case "ArrowRight":
        next = at + 1;
        break;
      case "ArrowUp":
        next = at - 1;
        break;
      case "ArrowLeft": {
        const level = this.heading(at)?.level ?? 1;
        next = at - 1;
        while (next > 0 && (this.heading(next)?.level ?? 0) >= level) next--;
        break;
      }
      case "PageDown":
        next = at + page;
        break;
      case "PageUp":
        next = at - page;
        break;
      case "Home":
        next = 0;
        break;
      case "End":
        next = total - 1;
        break;
      case "Enter":
      case " ": {
        const heading = this.heading(at);
        event.preventDefault();
        if (heading) this.go(heading);
        return;
      }
      case "Escape":
        if (this.drawer) this.leave();
        else this.desk.view.focus();
        event.preventDefault();
        return;
      default:
        return;
    }
    event.preventDefault();
    this.active = Math.min(total - 1, Math.max(0, next));
    this.list.reveal(this.active);
  }

  private go(heading: Heading): void {
    this.navigation.reveal({ from: heading.from, to: heading.from });
    if (this.drawer) this.leave();
  }

  private readonly leave = () => {
    this.dispatchEvent(new CustomEvent("pm-leave"));
  };

  /** The place whose section is the current one: the caret while it is to be seen,
   * else the top of what is to be seen. */
  private place(): number {
    const { view } = this.desk;
    const { head } = view.state.selection.main;
    const top = view.lineBlockAtHeight(Math.max(0, view.scrollDOM.scrollTop)).from;
    const end = view.lineBlockAtHeight(view.scrollDOM.scrollTop + view.scrollDOM.clientHeight).to;
    return head >= top && head <= end ? head : top;
  }

  private async look(): Promise<void> {
    if (!this.shown) return;
    const { version } = this.desk.analysis;
    const answer = await this.desk.engine.outline({ version, lang: lang(), window: this.window, at: this.place() });
    this.answer = answer;
    if (answer.current !== this.revealed && !this.matches(":focus-within")) {
      this.revealed = answer.current;
      if (answer.current >= 0) this.list.reveal(answer.current);
    }
  }
}

/** How much of a section is marked, as a small bar; nothing where it says nothing
 * of handling data. */
const bar = ({ handling, covered }: Heading) =>
  handling === 0
    ? nothing
    : html`<svg class="bar" width="44" height="6" viewBox="0 0 44 6" aria-hidden="true">
        ${svg`<rect class="whole" width="44" height="6" rx="3" /><rect class="part" width=${(44 * covered) / handling} height="6" rx="3" />`}
      </svg>`;
