import { html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { ArrowDown, ArrowLeft, ArrowUp, FileDown, Undo2 } from "lucide";
import type { Comparing, ComparisonRow } from "../engine/protocol.gen.ts";
import { commands } from "../services/commands.ts";
import { engineStatus } from "../services/engine-status.ts";
import { of } from "../services/service.ts";
import { session } from "../services/session.ts";
import { Watch } from "../services/watch.ts";
import { controls, kindChips } from "../styles/controls.ts";
import { lists } from "../styles/lists.ts";
import { sidewards } from "../styles/sidewards.ts";
import { icon } from "../ui/icon.ts";
import { row, tall } from "../ui/row.ts";
import { WindowedList, type ListHost } from "../ui/windowed.ts";
import { words, WordsController } from "../words/words.ts";
import { agreementTable } from "./agreement.ts";
import { isEmpty } from "./commands.ts";
import { comparison } from "./comparison.ts";
import { all, neither } from "./decided.ts";
import { drift } from "./drift.ts";
import { documentsOf, versionsOf, type Offer } from "./others.ts";
import { drawRow, type RowHost } from "./rows.ts";
import { drawStart } from "./start.ts";
import { panelStyles } from "./styles.ts";

/** The states by which rows can be filtered, in order. */
const statesOf: Record<Comparing, readonly string[]> = {
  drift: [],
  text: [],
  carry: ["doubtful", "lost", "accepted", "rejected", "kept", "moved", "exact"],
  practices: ["added", "removed", "changed", "moved"],
  annotators: ["differ", "only", "resolved", "agree"],
};
const modes: readonly Comparing[] = ["drift", "carry", "practices", "text", "annotators"];

/** The document beside other texts. */
@customElement("pm-compare")
export class ComparePanel extends LitElement implements ListHost, RowHost {
  private readonly commands = of(commands);
  private readonly session = of(session);
  @property({ type: Boolean }) shown = false;
  @query(".scroller") readonly scroller!: HTMLElement | null;
  @state() private documents: Offer[] = [];
  @state() private versions: Offer[] = [];
  private readonly comparison = of(comparison);
  private readonly drift = of(drift);
  private list!: WindowedList;
  private wasEmpty = false;

  constructor() {
    super();
    new WordsController(this);
    const offer = () => void this.offer();
    new Watch(this, this.session, ["opened", "renamed"], offer);
    new Watch(this, this.session, ["kept"], () => {
      if (this.session.keeping === "kept") offer();
    });
    new Watch(this, this.session, ["locked"]);
    new Watch(this, of(engineStatus), ["changed"], offer);
    // The first and the last letter make and unmake what can be compared.
    new Watch(this, this.session, ["changed"], () => this.wasEmpty !== isEmpty());
    new Watch(this, this.comparison, ["change"]);
    new Watch(this, this.comparison, ["move"], () => void this.moved());
  }

  override connectedCallback(): void {
    this.list ??= new WindowedList(this, 120, (window) => this.comparison.show(window));
    super.connectedCallback();
    void this.offer();
  }

  protected override updated(changed: Map<string, unknown>): void {
    if (changed.has("shown") && this.shown) void this.offer();
  }

  /** Looks up what there is to compare with. */
  private async offer(): Promise<void> {
    if (!this.shown || this.comparison.kind) return;
    try {
      [this.documents, this.versions] = await Promise.all([documentsOf(), versionsOf()]);
    } catch {
      // Where the browser keeps nothing there are files.
      this.documents = this.versions = [];
    }
  }

  static override styles = [controls, lists, kindChips, sidewards, panelStyles];

  override render() {
    if (!this.shown) return nothing;
    if (this.comparison.kind || this.comparison.refusal) return this.compared();
    this.wasEmpty = isEmpty();
    return drawStart(this.documents, this.versions);
  }

  private compared() {
    const w = words().compare;
    const { comparison } = this;
    const { kind, others, progress, answer, refusal } = comparison;
    const names = others.map(({ name }) => name).join(words().problems.comma);
    return html`<div class="bar">
        <button class="quiet" type="button" aria-label=${w.back} title=${w.back} @click=${() => this.back()}>${icon(ArrowLeft)}</button>
        <span class="names" title=${names}>${kind === "drift" ? w.drift.title : names}</span>
        ${
          others.length > 0
            ? html`<select aria-label=${w.mode} @change=${(event: Event) => void comparison.start((event.target as HTMLSelectElement).value as Comparing)}>
              ${modes
                .filter((mode) => mode !== "drift")
                .map(
                  (mode) => html`<option value=${mode} ?selected=${mode === kind}>
                    ${w.modes[mode]}${comparison.weighed?.recommended === mode ? ` · ${w.recommended}` : ""}
                  </option>`,
                )}
            </select>`
            : nothing
        }
      </div>
      ${
        refusal
          ? html`<div class="empty" role="alert">
            <strong>${refusal}</strong>
            ${kind ? html`<button class="button" type="button" @click=${() => void comparison.start(kind)}>${w.again}</button>` : nothing}
            <button class="button" type="button" @click=${() => void comparison.start("carry")}>${w.carryOver}</button>
          </div>`
          : progress
            ? html`<div class="empty">
              <strong>${w.working}</strong>
              <progress aria-label=${w.working} max=${progress.total} .value=${progress.done}></progress>
              <button class="button" type="button" @click=${() => comparison.cancel()}>${words().documents.cancel}</button>
            </div>`
            : answer && kind
              ? this.rows(kind)
              : html`<div class="empty">${kind === "drift" && !this.drift.base ? w.drift.none : w.working}</div>`
      }`;
  }

  private back(): void {
    this.comparison.close();
    void this.offer();
  }

  private rows(kind: Comparing) {
    const w = words().compare;
    const { comparison } = this;
    const answer = comparison.answer!;
    this.list.setTotal(answer.total);
    return html`${
      comparison.stale && kind !== "drift"
        ? html`<div class="stale" role="status">
            ${w.stale} <button class="button" type="button" @click=${() => void comparison.start(kind)}>${w.again}</button>
          </div>`
        : nothing
    }
      ${this.tools(kind)} ${kind === "annotators" && comparison.figures ? agreementTable(comparison.figures, this.namesOfSides()) : nothing}
      ${answer.total === 0 ? html`<div class="empty"><strong>${kind === "drift" ? w.drift.same : w.none}</strong></div>` : nothing}
      <p class="hidden" id="keys">${w.keys[kind]}</p>
      <div class="scroller" tabindex=${answer.total > 0 ? "-1" : nothing}>
        <div class="all" role="list" aria-label=${w.list} aria-describedby="keys" ${tall(this.list.height)} @keydown=${this.keys}>
          ${repeat(
            answer.total > 0 ? this.list.rows() : [],
            ({ index }) => index,
            ({ index, start }) => {
              const one = answer.items[index - answer.first];
              const on = index === comparison.position;
              return html`<div
                class="row"
                role="listitem"
                aria-setsize=${answer.total}
                aria-posinset=${index + 1}
                aria-current=${on ? "true" : nothing}
                tabindex=${on ? "0" : "-1"}
                @click=${(event: Event) => void this.pressed(index, event)}
                @focus=${() => index !== comparison.position && void comparison.moveTo(index)}
                ${row(this.list, index, start)}
              >
                ${one ? drawRow(this, one, on) : html`<div class="skeleton"></div>`}
              </div>`;
            },
          )}
        </div>
      </div>`;
  }

  /** The names of the sides, in order. */
  namesOfSides(): string[] {
    const w = words().compare;
    const { kind, others } = this.comparison;
    if (kind === "drift") return [w.sides.now, w.sides.base];
    if (kind === "annotators") return ["A", "B", "C"].slice(0, others.length + 1);
    return [w.sides.old, w.sides.new];
  }

  get kind(): Comparing {
    return this.comparison.kind!;
  }

  get locked(): boolean {
    return this.session.locked;
  }

  private tools(kind: Comparing) {
    const w = words().compare;
    const { comparison } = this;
    const decides = kind === "annotators" || kind === "carry";
    const states = statesOf[kind].filter((state) => comparison.count(state) > 0 || comparison.states.includes(state));
    return html`${
      kind === "annotators"
        ? html`<p class="legend">
            A ${this.session.name}${comparison.others.map(({ name }, i) => ` · ${"BC"[i]} ${name}`)}
            ${comparison.others.length < 2 ? html`<button class="quiet" type="button" @click=${() => void comparison.pickMore()}>${w.addAnnotator}</button>` : nothing}
          </p>`
        : nothing
    }
      ${
        kind === "practices" || kind === "text"
          ? html`<div class="tools two">
            ${(["practices", "text"] as const).map(
              (mode) =>
                html`<button class="button" type="button" aria-pressed=${mode === kind} @click=${() => mode !== kind && void comparison.start(mode)}>
                  ${w.modes[mode]}${mode === kind ? html`<small class="number">${comparison.answer!.counts.reduce((n, { count }) => n + count, 0).toLocaleString()}</small>` : nothing}
                </button>`,
            )}
          </div>`
          : nothing
      }
      <div class="tools">
        <button class="button" type="button" aria-label=${w.commands.previous} title=${words().toolbar.withKey(w.commands.previous, this.commands.keyOf("previousDifference"))} aria-keyshortcuts=${this.commands.ariaKey("previousDifference")} @click=${() => comparison.next(true)}>${icon(ArrowUp, 14)}</button>
        <button class="button" type="button" aria-label=${w.commands.next} title=${words().toolbar.withKey(w.commands.next, this.commands.keyOf("nextDifference"))} aria-keyshortcuts=${this.commands.ariaKey("nextDifference")} @click=${() => comparison.next(false)}>${icon(ArrowDown, 14)}</button>
        ${
          decides
            ? html`<button class="button" type="button" ?disabled=${!comparison.undoable} @click=${() => comparison.undo()}>${icon(Undo2, 14)}${w.undo}</button>
              <button class="button primary" type="button" @click=${() => void comparison.open()}>${icon(FileDown, 14)}${w.openResult}</button>`
            : nothing
        }
        ${
          kind === "drift"
            ? html`<button class="button" type="button" ?disabled=${this.session.locked || comparison.answer!.total === 0} @click=${() => void comparison.restore(true)}>
              ${icon(Undo2, 14)}${w.drift.restoreAll}
            </button>`
            : nothing
        }
      </div>
      ${
        states.length > 0
          ? html`<div class="tools filter" role="group" aria-label=${w.filter}>
            ${states.map(
              (state) =>
                html`<button class="quiet" type="button" aria-pressed=${comparison.states.includes(state)} @click=${() => this.turn(state)}>
                  ${w.states[state as "differ"]} <small class="number">${comparison.count(state).toLocaleString()}</small>
                </button>`,
            )}
          </div>`
          : nothing
      }`;
  }

  private turn(state: string): void {
    const { states } = this.comparison;
    this.list.restart();
    this.comparison.filter(states.includes(state) ? states.filter((one) => one !== state) : [...states, state]);
  }

  /** A row that is pressed shows its place; its buttons do what they say. */
  private async pressed(index: number, event: Event): Promise<void> {
    if (index !== this.comparison.position) await this.comparison.moveTo(index);
    if (!(event.composedPath()[0] as Element).closest("button")) this.comparison.go(false);
  }

  /** Goes to the current row's place in the text. */
  go(focus: boolean): void {
    this.comparison.go(focus);
  }

  /** The position of a row in the list. */
  indexOf(row: ComparisonRow): number {
    const { answer } = this.comparison;
    return answer ? answer.first + answer.items.indexOf(row) : -1;
  }

  /** Goes to a row's place in the text. */
  goFrom(index: number): void {
    this.comparison.position = index;
    this.go(true);
  }

  decide(index: number, choice: number): void {
    this.comparison.position = index;
    this.comparison.decide(choice);
  }

  restore(index: number): void {
    this.comparison.position = index;
    void this.comparison.restore(false);
  }

  /** Brings the current row into sight, with the keyboard's focus where that is in the
   * list or on the way to it. */
  private async moved(): Promise<void> {
    const { comparison } = this;
    if (!this.shown || !this.list) return;
    await this.updateComplete;
    this.list.reveal(comparison.position);
    for (let tries = 0; tries < 5; tries++) {
      await this.updateComplete;
      const place = this.renderRoot.querySelector<HTMLElement>(`.row[data-index="${comparison.position}"]`);
      if (place) {
        place.focus({ preventScroll: true });
        comparison.follow();
        return;
      }
      await new Promise((next) => requestAnimationFrame(next));
      this.requestUpdate();
    }
  }

  private keys = (event: KeyboardEvent): void => {
    if (event.isComposing || event.altKey) return;
    const { comparison } = this;
    const mod = event.ctrlKey || event.metaKey;
    if (mod && event.key.toLowerCase() === "z" && !event.shiftKey && comparison.undoable) {
      event.preventDefault();
      comparison.undo();
      return;
    }
    if (mod) return;
    const move: Record<string, () => void> = {
      ArrowDown: () => void comparison.moveTo(comparison.position + 1),
      ArrowUp: () => void comparison.moveTo(comparison.position - 1),
      Home: () => void comparison.moveTo(0),
      End: () => void comparison.moveTo(Infinity),
      n: () => comparison.next(false),
      p: () => comparison.next(true),
      u: () => comparison.undo(),
    };
    const within = (event.target as Element).closest("button");
    if (event.key === "Enter" && !within) move["Enter"] = () => this.go(true);
    const sides = comparison.others.length + 1;
    if (comparison.kind === "annotators") {
      move["0"] = () => comparison.decide(neither);
      for (let n = 1; n <= sides; n++) move[String(n)] = () => comparison.decide(n);
      move[String(sides + 1)] = () => comparison.decide(all);
      move["Backspace"] = () => comparison.decide(0);
    } else if (comparison.kind === "carry") {
      move["1"] = () => comparison.decide(1);
      move["0"] = () => comparison.decide(-1);
      move["Backspace"] = () => comparison.decide(0);
    } else if (comparison.kind === "drift") move["r"] = () => void comparison.restore(false);
    const run = move[event.key];
    if (!run) return;
    event.preventDefault();
    event.stopPropagation();
    run();
  };
}
