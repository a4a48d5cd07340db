import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, query, state } from "lit/decorators.js";
import type { EngineClient } from "../engine/contract.ts";
import type { Kind, Practice, Problem, Range, Rendering } from "../engine/protocol.gen.ts";
import { controls, kindChips } from "../styles/controls.ts";
import { addressIn, hashOf } from "./address.ts";
import { drawPractices } from "../cards/embedded.ts";
import { PolicymarkElement, type ErrorDetail } from "./element.ts";
import { embeddedStyles } from "../cards/embedded-styles.ts";
import { drawLegend } from "../cards/legend.ts";
import { drawProblems } from "../cards/problem-list.ts";
import { Sheet } from "./sheet.ts";
import { registerUnit, shared, viewStyles } from "./styles.ts";

/** The parts of the view that can be switched on. */
export type PanelName = "legend" | "text" | "practices" | "problems";

/** What is told with the event ready. */
export interface ReadyDetail {
  marks: number;
  practices: number;
  problems: number;
}

/** What is told with the event practices. */
export interface PracticesDetail {
  /** How many the text has; items are those read so far, from the first on. */
  total: number;
  items: readonly Practice[];
}

/** What is told with the event problems. */
export interface ProblemsDetail {
  errors: number;
  warnings: number;
  infos: number;
  /** The first of them. */
  items: readonly Problem[];
}

/** How much is asked for at once. */
const paragraphsAtOnce = 200;
const practicesAtOnce = 100;
const problemsAtOnce = 200;

const standard: readonly PanelName[] = ["legend", "text", "practices"];

/**
 * A policy with its marks in colour, and the practices that they add up to, to be
 * read. What stands inside the element is shown until the text is read, and stays
 * when it cannot be.
 *
 * @tag policymark-view
 * @attr {string} lang - The language of the words around the text, `zh` or `en`; else that of the page.
 * @slot - What is shown until the text is read, and for good where that fails: best the static form that `policymark render --fragment` makes. Without `src` and `value`, a `<script type="text/plain">`, `<pre>` or `<code>` in it is the text.
 * @csspart view - All of it.
 * @csspart legend - What the marks mean.
 * @csspart text - The text.
 * @csspart heading - A heading of the text.
 * @csspart prose - A paragraph of the text.
 * @csspart item - A numbered or bulleted paragraph of the text.
 * @csspart mark - A mark; also `actor`, `action`, `data` or `purpose`.
 * @csspart bracket - A bracket of a mark.
 * @csspart practices - The practices.
 * @csspart card - A practice.
 * @csspart chip - A value in a practice; also `actor`, `action`, `data` or `purpose`.
 * @csspart problems - The problems.
 * @csspart problem - A problem.
 * @csspart anchor - The link to a heading or a practice.
 * @csspart alert - What went wrong.
 * @cssprop --policymark-font-size - The size that all others follow, the browser's own by default.
 * @cssprop --policymark-font-text - The letters of the text; `--policymark-font-ui` those around it.
 * @cssprop --policymark-ink - The colour of the text; `--policymark-paper`, `--policymark-ground`, `--policymark-line`, `--policymark-accent` and the other tokens of the design alike.
 * @cssprop --policymark-actor-ink - The colours of a kind are its `ink`, `tint` and `line`, for `actor`, `action`, `data` and `purpose`.
 * @fires {CustomEvent<ReadyDetail>} ready - The text is read and shown.
 * @fires {CustomEvent<PracticesDetail>} practices - The practices, or more of them, are known.
 * @fires {CustomEvent<ProblemsDetail>} problems - The problems are known.
 */
export class PolicymarkView extends PolicymarkElement {
  /** What is shown, of `legend`, `text`, `practices` and `problems`, with spaces between; the first three by default. */
  @property() panels: string | undefined;
  /** A place to open at: the address of a heading, a mark or a practice. */
  @property() at: string | undefined;
  /** The level of the outermost headings, 1 to 6. */
  @property({ type: Number }) heading = 2;
  /** `hidden` leaves the brackets of the marks out of the text. */
  @property({ reflect: true }) brackets: "shown" | "hidden" | undefined;

  @state() private raw: string | undefined;
  @state() private rendering: Rendering | undefined;
  @state() private list: readonly Practice[] = [];
  @state() private failure: ErrorDetail | undefined;
  @state() private current = "";
  @query(".text") private readonly textElement!: HTMLElement | null;
  private sheet: Sheet | undefined;
  private titleText = "";
  private chunks: HTMLElement[] = [];
  private drawn: Promise<unknown> = Promise.resolve();
  private more: (() => Promise<boolean>) | undefined;
  private lit: HTMLElement[] = [];

  static override styles = [controls, shared, kindChips, viewStyles, embeddedStyles];

  constructor() {
    super();
    registerUnit();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener("hashchange", this.onHash);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("hashchange", this.onHash);
  }

  /** The practices read so far, those of the start of a very long text. */
  get practices(): readonly Practice[] {
    return this.list;
  }

  /** The first problems of the text. */
  get problems(): readonly Problem[] {
    return this.rendering?.problems.items ?? [];
  }

  /** Whether the text is read and shown. */
  get ready(): boolean {
    return this.rendering !== undefined;
  }

  private get shows(): ReadonlySet<PanelName> {
    return new Set((this.panels === undefined ? standard : this.panels.split(/[\s,]+/)) as PanelName[]);
  }

  override render(): TemplateResult {
    const failure = this.failure
      ? html`<div class="own" lang=${this.tag}><p class="alert" part="alert" role="alert">${this.failure.message}</p></div>`
      : nothing;
    if (!this.rendering) {
      // What the page has for this case goes before the text as it was written.
      const holdsMore = [...this.children].some((child) => !child.matches("script, template"));
      return html`${failure}<slot></slot>${
        this.raw !== undefined && !holdsMore
          ? html`<div class="own"><div class="raw" part="text">${this.raw}</div></div>`
          : nothing
      }`;
    }
    const shows = this.shows;
    const side = shows.has("practices") || shows.has("problems");
    return html`${failure}
      <div class="own" part="view" lang=${this.tag}>
        ${this.drawMeta()} ${shows.has("legend") ? drawLegend(this.words) : nothing}
        <div class="body ${side && shows.has("text") ? "two" : ""}">
          ${
            shows.has("text")
              ? html`<div class="text" part="text" lang=${this.rendering.textLang} @click=${this.onText}>${this.chunks}</div>`
              : nothing
          }
          ${
            side
              ? html`<div class="side"><div class="inner">${shows.has("practices") ? this.drawPractices() : nothing}${shows.has("problems") ? this.drawProblems() : nothing}</div></div>`
              : nothing
          }
        </div>
      </div>`;
  }

  private drawMeta() {
    const { version, date, source } = this.rendering!;
    const w = this.words;
    const parts = [
      [w.version, version],
      [w.date, date],
      [w.source, source],
    ].filter(([, value]) => value);
    return parts.length > 0
      ? html`<p class="meta" part="meta">${parts.map((part) => part.join(" ")).join(" · ")}</p>`
      : nothing;
  }

  private headline(words: string, count: number) {
    return html`<div class="title" role="heading" aria-level=${Math.min(6, this.heading + (this.rendering!.titled ? 1 : 0))}>
      ${words}<span class="count">${count.toLocaleString(this.tag)}</span>
    </div>`;
  }

  private get cardHost() {
    return {
      words: this.words,
      href: this.href,
      go: (place: Range, kind?: Kind) => void this.go(place, kind),
      current: this.current,
      title: this.rendering?.titled ? this.titleText : "",
    };
  }

  private drawPractices() {
    const { practices, analysed } = this.rendering!;
    const w = this.words;
    const left = practices.total - this.list.length;
    return html`<section part="practices" aria-label=${w.practices}>
      ${this.headline(w.practices, practices.total)}
      ${practices.total === 0 ? html`<p class="none">${analysed ? w.none : w.tooLarge}</p>` : drawPractices(this.list, this.cardHost)}
      ${left > 0 ? html`<button type="button" class="button" @click=${() => void this.more?.()}>${w.more(Math.min(left, practicesAtOnce))}</button>` : nothing}
    </section>`;
  }

  private drawProblems() {
    const { problems, analysed } = this.rendering!;
    const w = this.words;
    return html`<section part="problems" aria-label=${w.problems}>
      ${this.headline(w.problems, problems.total)}
      ${problems.total === 0 ? html`<p class="none">${analysed ? w.noProblems : w.tooLarge}</p>` : drawProblems(problems.items, { severity: w.severity, go: (problem) => void this.go(problem) })}
    </section>`;
  }

  protected override empty(): void {
    this.raw = undefined;
    this.rendering = undefined;
    this.list = [];
  }

  protected override received(text: string): void {
    this.failure = undefined;
    this.raw = text;
  }

  protected override fail(code: ErrorDetail["code"], message: string): void {
    this.failure = { code, message };
    super.fail(code, message);
  }

  protected override async lay(text: string, engine: EngineClient, signal: AbortSignal): Promise<void> {
    const lang = this.language;
    const none = { first: 0, count: 0 };
    const render = (paragraphs = none, practices = none, problems = none) =>
      this.ask(() => engine.render({ text, lang, paragraphs, practices, problems }));
    const first = await render(
      { first: 0, count: paragraphsAtOnce },
      { first: 0, count: practicesAtOnce },
      { first: 0, count: problemsAtOnce },
    );
    if (signal.aborted) return;
    const sheet = new Sheet({ words: this.words, heading: this.heading, href: this.href });
    this.sheet = sheet;
    this.chunks = [sheet.draw(first.paragraphs.items)];
    this.titleText = first.paragraphs.items[0]?.runs.map(({ text }) => text).join("") ?? "";
    this.rendering = first;
    this.list = first.practices.items;
    this.more = async () => {
      const { items } = (await render(none, { first: this.list.length, count: practicesAtOnce })).practices;
      if (signal.aborted || items.length === 0) return false;
      this.list = [...this.list, ...items];
      this.tell<PracticesDetail>("practices", { total: first.practices.total, items: this.list });
      await this.updateComplete;
      return true;
    };
    const rest = async () => {
      for (let next = first.paragraphs.items.length; next < first.paragraphs.total; ) {
        const { items } = (await render({ first: next, count: paragraphsAtOnce })).paragraphs;
        if (signal.aborted || items.length === 0) return;
        next += items.length;
        const chunk = sheet.draw(items);
        this.chunks.push(chunk);
        this.textElement?.append(chunk);
      }
    };
    await this.updateComplete;
    this.drawn = rest();
    this.tell<PracticesDetail>("practices", { total: first.practices.total, items: this.list });
    const { errors, warnings, infos, items } = first.problems;
    this.tell<ProblemsDetail>("problems", { errors, warnings, infos, items });
    await this.drawn;
    if (signal.aborted) return;
    this.tell<ReadyDetail>("ready", {
      marks: first.counts.marks,
      practices: first.practices.total,
      problems: first.problems.total,
    });
    const wanted = addressIn(location.hash, this);
    if (!(wanted && (await this.show(wanted))) && this.at) await this.show(this.at);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (changed.has("heading") && changed.get("heading") !== undefined) this.refresh();
    if (changed.has("at") && this.at && this.rendering) void this.show(this.at);
  }

  /** The address of a place as a link in this page. */
  private readonly href = (address: string): string => hashOf(address, this);

  private readonly onHash = (): void => {
    const address = addressIn(location.hash, this);
    if (address && this.rendering) void this.show(address, true);
  };

  /**
   * Shows a place: the address of a heading, a mark or a practice. Resolves to false
   * when there is no such place; focus moves there when asked for.
   */
  async show(address: string, focus = false): Promise<boolean> {
    await this.drawn;
    const place = this.sheet?.place(address);
    if (place) {
      this.light([place]);
      reveal(place, focus);
      return true;
    }
    if (!/^p[0-9a-z]/.test(address) || !this.shows.has("practices")) return false;
    const known = () => this.list.find(({ id }) => id === address);
    while (!known() && (await this.more?.()));
    const practice = known();
    if (!practice) return false;
    this.current = practice.id;
    await this.updateComplete;
    const card = this.renderRoot.querySelector<HTMLElement>(`[data-id="${CSS.escape(practice.id)}"] article`);
    if (card) reveal(card, focus);
    this.light(marksOf(practice).flatMap(({ value, kind }) => this.sheet?.markAt(value, kind) ?? []));
    return true;
  }

  /** Shows a range of the source, a mark or words without one. */
  private async go(place: Range, kind?: Kind): Promise<void> {
    const mark = kind && this.sheet?.markAt(place, kind);
    if (mark) {
      this.light([mark]);
      return reveal(mark, false);
    }
    const range = this.sheet?.rangeAt(place);
    if (!range) return;
    this.light([], range);
    reveal(range.startContainer.parentElement!, false);
  }

  /** A click on a mark brings its practice to the front. */
  private readonly onText = (event: Event): void => {
    const target = event.target as Element;
    const range = target.closest(".mark") ? this.sheet?.rangeOf(target) : undefined;
    if (!range || !this.shows.has("practices")) return;
    const practice = this.list.find((one) =>
      marksOf(one).some(({ value }) => value.from === range.from && value.to === range.to),
    );
    if (practice) {
      this.current = practice.id;
      void this.updateComplete.then(() => {
        const card = this.renderRoot.querySelector<HTMLElement>("article.current");
        const inner = this.renderRoot.querySelector<HTMLElement>(".inner");
        // Where the cards stand beside the text they can be brought there; else the
        // text would go away under the pointer.
        if (card && inner && inner.scrollHeight > inner.clientHeight) card.scrollIntoView({ block: "nearest" });
      });
    }
  };

  private light(elements: HTMLElement[], range?: globalThis.Range): void {
    for (const element of this.lit) element.classList.remove("lit");
    this.lit = elements;
    for (const element of elements) element.classList.add("lit");
    if (!("highlights" in CSS)) return;
    if (range) CSS.highlights.set("policymark-lit", new Highlight(range));
    else CSS.highlights.delete("policymark-lit");
  }
}

function reveal(element: HTMLElement, focus: boolean): void {
  element.scrollIntoView({ block: "center" });
  if (!focus) return;
  if (!element.hasAttribute("tabindex")) element.tabIndex = -1;
  element.focus({ preventScroll: true });
}

/** The values of a practice with the kind of mark that each would have. */
function marksOf(p: Practice): { value: Range; kind: Kind }[] {
  const of = (kind: Kind, values: readonly Range[]) => values.map((value) => ({ value, kind }));
  return [
    ...of("action", [p.action]),
    ...of("actor", [...p.actors, ...p.recipients, ...p.sources, ...(p.requester ? [p.requester] : [])]),
    ...of("data", [...p.data, ...p.groups.flatMap(({ parent, children }) => [parent, ...children])]),
    ...of("purpose", [...p.purposes, ...p.conditions]),
  ].filter(({ value }) => value.from >= 0);
}
