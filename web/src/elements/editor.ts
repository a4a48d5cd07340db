import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import type { EngineClient, EngineState } from "../engine/contract.ts";
import type { EngineError } from "../engine/engine-error.ts";
import type { Kind, Practice, Problem, Report } from "../engine/protocol.gen.ts";
import { controls, kindChips } from "../styles/controls.ts";
import { childText, normal } from "./content.ts";
import type { Editing } from "./editing.ts";
import { reasonOf, type ErrorDetail } from "./element.ts";
import { PolicymarkField } from "./field.ts";
import { embeddedStyles } from "../cards/embedded-styles.ts";
import { drawLegend } from "../cards/legend.ts";
import { leaveDocument, takeDocument } from "./shared-engine.ts";
import { registerUnit, shared, viewStyles } from "./styles.ts";
import type { PracticesDetail, ProblemsDetail, ReadyDetail } from "./view.ts";

/** The parts of the editor that can be switched on. */
export type EditorPanelName = "legend" | "toolbar" | "practices" | "problems" | "status";

const standard: readonly EditorPanelName[] = ["toolbar", "practices", "problems", "status"];

/** A text longer than this, in UTF-16 units, is given to the form after a pause. */
const longField = 200_000;
const secondsToField = 0.5;

/** What the text is edited with: pages that only show policies never load it. */
const load = () => import("./editing.ts");

/**
 * A policy to be written and marked, with the practices and the problems that it comes
 * to; a field of a form. What stands inside the element is shown until the text can be
 * edited. That needs no engine: without it there are only no marks to be made, no
 * practices and no problems.
 *
 * @tag policymark-editor
 * @attr {string} lang - The language of the words around the text, `zh` or `en`; else that of the page.
 * @slot - What is shown until the text can be edited, and for good where the text cannot be had. Without `src` and `value`, a `<script type="text/plain">`, `<pre>` or `<code>` in it is the text.
 * @csspart editor - All of it.
 * @csspart toolbar - The buttons above the text; each is a `button`.
 * @csspart legend - What the marks mean.
 * @csspart text - The text while it cannot be edited yet.
 * @csspart side - The practices and the problems; `tab` turns to one of them.
 * @csspart practices - The practices.
 * @csspart card - A practice.
 * @csspart chip - A value in a practice or a kind in the toolbar; also `actor`, `action`, `data` or `purpose`.
 * @csspart problems - The problems.
 * @csspart problem - A problem.
 * @csspart status - What was said last, and how much is marked.
 * @csspart alert - What went wrong.
 * @cssprop --policymark-text-height - The height of the text where the element is given none.
 * @cssprop --policymark-font-size - The size that all others follow, the browser's own by default.
 * @cssprop --policymark-font-text - The letters of the text; `--policymark-font-ui` those around it.
 * @cssprop --policymark-ink - The colour of the text; `--policymark-paper`, `--policymark-ground`, `--policymark-line`, `--policymark-accent` and the other tokens of the design alike.
 * @cssprop --policymark-actor-ink - The colours of a kind are its `ink`, `tint` and `line`, for `actor`, `action`, `data` and `purpose`.
 * @fires {Event} input - A person has changed the text: typed, marked, mended or undone.
 * @fires {Event} change - The same, when the focus has left the element.
 * @fires {CustomEvent<ReadyDetail>} ready - A text can be edited, and its marks, practices and problems are known.
 * @fires {CustomEvent<PracticesDetail>} practices - The practices of the text as it now is are known.
 * @fires {CustomEvent<ProblemsDetail>} problems - The problems of the text as it now is are known.
 */
export class PolicymarkEditor extends PolicymarkField {
  /** What is shown beside the text, of `toolbar`, `practices`, `problems`, `status` and `legend`, with spaces between; the first four by default. */
  @property() panels: string | undefined;
  /** Whether the text can only be read and copied. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  @state() private raw: string | undefined;
  @state() private failure: ErrorDetail | undefined;
  @state() private editing: Editing | undefined;
  /** The text that a reset of the form brings back; undefined until there is one. */
  private initial: string | undefined;
  /** Whether the editor has the text that is asked for. */
  private held = false;
  /** Whether a person changed the text, and whether change has not told of it. */
  private edited = false;
  private uncommitted = false;
  private wantsFocus = false;
  /** The number of its document in the engine, and whether the engine has lost it. */
  private number = 0;
  private lost = false;
  private known: Report | undefined;
  private isReady = false;
  private fieldTimer: ReturnType<typeof setTimeout> | undefined;

  static override styles = [controls, shared, kindChips, viewStyles, embeddedStyles];

  constructor() {
    super();
    registerUnit();
    this.addEventListener("focusout", () => this.commit());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.putField();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.editing?.leave();
    if (this.number) leaveDocument(this.number);
    this.number = 0;
  }

  /** Keys that type here never reach key handlers of the page, and the input events of what
   * is inside are replaced by the element's own. */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    root.addEventListener("input", (event) => event.stopPropagation());
    root.addEventListener("keydown", (event) => {
      const { key, ctrlKey, metaKey, altKey } = event as KeyboardEvent;
      if ((event.defaultPrevented || [...key].length === 1) && !ctrlKey && !metaKey && !altKey) event.stopPropagation();
    });
    return root;
  }

  /** The text as it is now, with its marks. To set it is one step of undo. */
  override get value(): string {
    return this.editing?.text ?? this.given ?? childText(this) ?? "";
  }
  override set value(text: string) {
    if (this.editing) {
      // An attribute that is taken away gives null.
      this.given = text ?? undefined;
      this.held = true;
      this.editing.exchange(normal(text ?? ""));
    } else {
      super.value = text;
      this.putField();
    }
  }

  /** The practices of the text, those of the start of a very long one. */
  get practices(): readonly Practice[] {
    return this.known?.practices.items ?? [];
  }

  /** The first problems of the text. */
  get problems(): readonly Problem[] {
    return this.known?.problems.items ?? [];
  }

  /** Whether the text can be edited and what it means is known. */
  get ready(): boolean {
    return this.isReady;
  }

  /** Marks the selection, or the word at the caret, or changes the kind of the mark there. */
  async mark(kind: Kind): Promise<void> {
    await this.editing?.mark(kind);
  }

  /** Removes the mark at the caret, or the outermost one in the selection. */
  async unmark(): Promise<void> {
    await this.editing?.unmark();
  }

  /** Takes back the last step. */
  undo(): void {
    this.editing?.undo();
  }

  /** Does again what was taken back. */
  redo(): void {
    this.editing?.redo();
  }

  /** Puts the keyboard into the text, as soon as it can be edited. */
  override focus(options?: FocusOptions): void {
    if (this.isOff) return;
    this.wantsFocus = !this.editing;
    if (!this.editing) return this.start();
    if (options?.preventScroll) this.editing.view.contentDOM.focus(options);
    this.editing.view.focus();
  }

  /**
   * Selects a place of the text: the address of a heading, a mark or a practice.
   * Resolves to false when there is no such place; focus moves there when asked for.
   */
  async show(address: string, focus = false): Promise<boolean> {
    return (await this.editing?.find(address, focus)) ?? false;
  }

  /** The text without marks. Rejects while the engine cannot be had. */
  async plain(): Promise<string> {
    if (!this.editing) throw new Error("the text cannot be edited yet");
    return this.editing.plain();
  }

  override refresh(): void {
    this.held = false;
    super.refresh();
  }

  /** A form has taken the element in, so its text has to be there before it is sent. */
  formAssociatedCallback(form: HTMLFormElement | null): void {
    if (form && this.src) this.start();
    this.putField();
  }

  formResetCallback(): void {
    const own = this.getAttribute("value");
    this.given = own ?? undefined;
    const text = own === null ? this.initial : normal(own);
    this.refused = this.edited = this.uncommitted = false;
    if (!this.editing || text === undefined) return this.refresh();
    this.held = true;
    this.editing.exchange(text);
  }

  private get shows(): ReadonlySet<string> {
    return new Set<string>(this.panels === undefined ? standard : this.panels.split(/[\s,]+/));
  }

  override render(): TemplateResult {
    const alert = this.failure ? this.drawAlert(this.failure) : nothing;
    if (!this.editing) {
      // What the page has for this case goes before the text as it was written.
      const holdsMore = [...this.children].some((child) => !child.matches("script, template"));
      return html`${this.failure ? html`<div class="own" lang=${this.tag}>${alert}</div>` : nothing}<slot></slot>${
        this.raw !== undefined && !holdsMore
          ? html`<div class="own"><div class="raw" part="text">${this.raw}</div></div>`
          : nothing
      }`;
    }
    const shows = this.shows;
    return html`<div class="own editor ${this.isOff ? "off" : ""}" part="editor" lang=${this.tag} role="group" aria-label=${this.words.editor}>
      ${alert} ${shows.has("legend") ? drawLegend(this.words) : nothing} ${this.editing.draw(shows)}
    </div>`;
  }

  private drawAlert({ code, message }: ErrorDetail): TemplateResult {
    return html`<p class="alert" part="alert" role="alert">
      ${message}${
        code === "engine" && this.editing
          ? html`<button type="button" class="button" @click=${() => this.schedule()}>${this.words.startAgain}</button>`
          : nothing
      }
    </p>`;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.editing?.useAs({
      readOnly: this.readonly,
      disabled: this.isOff,
      required: this.required,
      invalid: this.refused && !this.validity.valid,
      label: this.label,
    });
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.editing?.follow(this.renderRoot);
    if (changed.has("required") || changed.has("editing")) this.judge();
    if (changed.has("editing") && this.wantsFocus) this.focus();
  }

  protected override languageChanged(): void {
    this.editing?.respeak();
    this.judge();
  }

  protected override childChanged(): void {
    this.initial = undefined;
    if (!this.edited) this.refresh();
    if (!this.editing) this.putField();
  }

  protected override async content(signal: AbortSignal): Promise<string> {
    if (this.held && this.editing) return this.editing.text;
    return (await super.content(signal)) ?? "";
  }

  protected override empty(): void {}

  protected override received(text: string): void {
    this.failure = undefined;
    if (this.held) return;
    this.raw = text;
    if (this.given === undefined) this.initial = text;
  }

  protected override async lay(text: string, engine: EngineClient, signal: AbortSignal): Promise<void> {
    let part: Awaited<ReturnType<typeof load>>;
    try {
      part = await load();
    } catch (thrown) {
      if (!signal.aborted) this.fail("engine", this.words.noEditor(reasonOf(thrown)));
      return;
    }
    if (signal.aborted) return;
    this.number ||= takeDocument();
    const own = engine.beside(this.number);
    if (this.editing) {
      this.editing.connect(own);
      if (!this.held) this.begin(() => this.editing!.show(text));
    } else {
      const root = this.renderRoot as ShadowRoot;
      root.adoptedStyleSheets.push(...part.editingStyles.map(({ styleSheet }) => styleSheet!));
      this.begin(() => {
        this.editing = new part.Editing(root, text, own, {
          lang: () => this.language,
          changed: (byPerson) => this.textChanged(byPerson),
          reported: (report) => this.reported(report),
          redraw: () => this.requestUpdate(),
        });
      });
      this.putField();
    }
    this.held = true;
  }

  /** Another text begins. */
  private begin(show: () => void): void {
    this.edited = this.uncommitted = this.isReady = false;
    this.known = undefined;
    show();
  }

  protected override engineChanged(state: EngineState, reason?: EngineError): void {
    if (state === "failed" && reason?.code !== "closed") {
      const { engineOff, noEngine } = this.words;
      this.fail("engine", (this.readonly || this.isOff ? noEngine : engineOff)(reason?.message ?? ""));
    }
    if (state !== "ready") {
      this.lost ||= state !== "starting";
    } else if (this.lost) {
      // A new engine does not have the text of the one before.
      this.lost = false;
      if (this.failure?.code === "engine") this.failure = undefined;
      this.editing?.connect(this.editing.engine);
    }
    this.requestUpdate();
  }

  private textChanged(byPerson: boolean): void {
    this.putField();
    if (!byPerson) return;
    this.edited = this.uncommitted = true;
    this.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
    if (!this.matches(":focus-within")) this.commit();
  }

  /** Tells that what a person changed is done. */
  private commit(): void {
    if (!this.uncommitted) return;
    this.uncommitted = false;
    this.putField(true);
    this.dispatchEvent(new Event("change", { bubbles: true }));
  }

  private reported(report: Report): void {
    const before = this.known;
    this.known = report;
    if (report.pending > 0) return;
    const { practices, problems, counts, version } = report;
    const sameText = before?.version === version && before.pending === 0;
    if (!sameText || before.practices.items.length !== practices.items.length) {
      this.tell<PracticesDetail>("practices", { total: practices.total, items: practices.items });
    }
    if (!sameText || before.problems.items.length !== problems.items.length) {
      const { errors, warnings, infos, items } = problems;
      this.tell<ProblemsDetail>("problems", { errors, warnings, infos, items });
    }
    if (this.isReady) return;
    this.isReady = true;
    this.tell<ReadyDetail>("ready", { marks: counts.marks, practices: practices.total, problems: problems.total });
  }

  /** Gives the form the text: a long one after a pause, unless it is wanted now. */
  private putField(now = false): void {
    clearTimeout(this.fieldTimer);
    this.judge();
    if (!now && this.editing && this.editing.view.state.doc.length > longField) {
      this.fieldTimer = setTimeout(() => this.putField(true), 1000 * secondsToField);
      return;
    }
    this.give(this.value);
  }

  /** Says whether the text may be sent. */
  private judge(): void {
    const doc = this.editing?.view.state.doc;
    const isMissing = this.required && !(doc && doc.length > longField) && this.value.trim() === "";
    this.miss(isMissing, this.editing?.view.contentDOM);
  }

  protected override fail(code: ErrorDetail["code"], message: string): void {
    this.failure = { code, message };
    super.fail(code, message);
  }
}
