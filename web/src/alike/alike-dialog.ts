import { html, LitElement, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { EngineError } from "../engine/engine-error.ts";
import type { AlikeItem, AlikeList, Kind, Window } from "../engine/protocol.gen.ts";
import { desk } from "../services/desk.ts";
import { of } from "../services/service.ts";
import { controls, kindChips } from "../styles/controls.ts";
import { dialogs } from "../styles/dialogs.ts";
import { faceOf, kinds } from "../text/kinds.ts";
import { carryOut } from "../text/verb.ts";
import { over } from "../ui/over.ts";
import { row, tall } from "../ui/row.ts";
import { WindowedList } from "../ui/windowed.ts";
import { lang, sentence, words, WordsController } from "../words/words.ts";
import { alikeStyles } from "./alike-styles.ts";
import { requestOf, type AlikeStart, type SearchScope } from "./request.ts";

/** What is on before a person turns single places: what the engine recommends, all
 * or none. */
type Base = "recommended" | "all" | "none";

/** The dialog of everything alike. */
@customElement("pm-alike")
export class AlikeDialog extends LitElement {
  private readonly desk = of(desk);
  @state() private asked: AlikeStart | null = null;
  @state() private found: AlikeList | null = null;
  @state() private base: Base = "recommended";
  /** The places turned against the base, with whether they were on in it. */
  @state() private turned = new Map<number, boolean>();
  @state() private active = 0;
  @query("dialog") private dialog!: HTMLDialogElement;
  @query(".list") readonly scroller!: HTMLElement;
  private rows: Window = { first: 0, count: 40 };
  private busy = false;
  private again = false;
  private readonly list = new WindowedList(this, 44, (rows) => {
    this.rows = rows;
    void this.look();
  });

  constructor() {
    super();
    new WordsController(this);
  }

  static override styles = [controls, kindChips, dialogs, alikeStyles];

  /** show opens the dialog. */
  async show(start: AlikeStart): Promise<void> {
    this.rows = { first: 0, count: 40 };
    this.ask(start);
    await this.updateComplete;
    if (!this.dialog.open) this.dialog.showModal();
    // Where there are words, what one presses next is most often the last button.
    while (this.busy && this.asked === start) await new Promise(requestAnimationFrame);
    await this.updateComplete;
    if (this.asked !== start) return;
    this.renderRoot.querySelector<HTMLElement>(start.text ? ".primary" : "[name=words]")?.focus();
    if (this.chosen === 0) this.renderRoot.querySelector<HTMLElement>("[name=words]")?.focus();
  }

  /** ask looks for other words, or in another way: what was turned is forgotten. */
  private ask(start: AlikeStart): void {
    this.asked = start;
    this.base = "recommended";
    this.turned = new Map();
    this.active = 0;
    if (this.hasUpdated && this.scroller) this.list.restart();
    void this.look();
  }

  private async look(): Promise<void> {
    if (this.busy || !this.asked) {
      this.again = true;
      return;
    }
    this.busy = true;
    const { asked } = this;
    try {
      await this.desk.analysis.upToDate();
      const found = asked.text.trim() ? await this.desk.engine.alike(requestOf(asked, this.rows)) : null;
      if (asked === this.asked) {
        this.found = found;
        this.list.setTotal(found?.total ?? 0);
      }
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      this.again ||= error.code === "stale";
    } finally {
      this.busy = false;
    }
    if (this.again) {
      this.again = false;
      void this.look();
    }
  }

  /** How many places are on. */
  private get chosen(): number {
    const { found, base } = this;
    if (!found) return 0;
    let on = base === "recommended" ? found.on : base === "all" ? found.possible : 0;
    for (const was of this.turned.values()) on += was ? -1 : 1;
    return on;
  }

  private isOn(index: number, item: AlikeItem): boolean {
    const was = this.base === "recommended" ? item.on : this.base === "all" && item.possible;
    return was !== this.turned.has(index);
  }

  private turn(index: number, item: AlikeItem): void {
    if (!item.possible) return;
    const turned = new Map(this.turned);
    if (!turned.delete(index)) turned.set(index, this.isOn(index, item));
    this.turned = turned;
  }

  private async carry(): Promise<void> {
    const { asked, base, turned, chosen } = this;
    if (!asked || chosen === 0) return;
    this.dialog.close();
    const w = words().text.alike;
    await carryOut(this.desk, {
      event: asked.kind ? "mark.alike" : "unmark.alike",
      ask: (engine, version) =>
        engine.changeAlike({
          alike: { ...requestOf(asked, { first: 0, count: 0 }), version, lang: lang() },
          all: base === "all",
          none: base === "none",
          turned: [...turned.keys()],
        }),
      done: ({ count }) => (asked.kind ? w.marked(count, words().kinds[asked.kind]) : w.unmarked(count)),
    });
  }

  override render() {
    const { asked } = this;
    const w = words().text.alike;
    return html`<dialog
      aria-labelledby="title"
      @close=${() => {
        this.asked = this.found = null;
        this.desk.view.focus();
      }}
      @keydown=${(event: KeyboardEvent) => event.stopPropagation()}
    >
      ${
        asked
          ? html`<form
            method="dialog"
            @submit=${(event: SubmitEvent) => {
              event.preventDefault();
              void this.carry();
            }}
          >
            <h2 id="title">${w.title}</h2>
            ${this.questions(asked)} ${this.places()} ${this.ends(asked)}
          </form>`
          : nothing
      }
    </dialog>`;
  }

  private questions(asked: AlikeStart) {
    const w = words().text.alike;
    const choice = (kind: Kind | "", face: unknown, name: string) => html`<label class="choice" title=${name}>
      <input
        type="radio"
        name="kind"
        .checked=${asked.kind === kind}
        @change=${() => this.ask({ ...asked, kind })}
      />${face}
    </label>`;
    const scopes: readonly SearchScope[] =
      asked.from < asked.to ? ["range", "section", "document"] : ["section", "document"];
    return html`<label class="words">
        <span>${w.words}</span>
        <input
          name="words"
          autocomplete="off"
          .value=${asked.text}
          @input=${(event: InputEvent) => this.ask({ ...asked, text: (event.target as HTMLInputElement).value, was: "" })}
          @keydown=${(event: KeyboardEvent) => {
            if (event.key !== "Enter" || event.isComposing) return;
            // Words are looked at before they are marked.
            event.preventDefault();
            this.renderRoot.querySelector<HTMLElement>(".list [tabindex='0'], .primary")?.focus();
          }}
        />
      </label>
      <fieldset>
        <legend>${w.what}</legend>
        ${kinds.map(({ kind, open, close }) =>
          choice(
            kind,
            html`<span class="chip ${kind}">${open}${words().kinds[kind]}${close}</span>`,
            words().kinds[kind],
          ),
        )}
        ${choice("", html`<span>${w.remove}</span>`, w.remove)}
      </fieldset>
      <fieldset>
        <legend>${w.scope}</legend>
        ${scopes.map(
          (scope) => html`<label class="choice">
            <input
              type="radio"
              name="scope"
              .checked=${asked.scope === scope}
              @change=${() => this.ask({ ...asked, scope })}
            />${w.scopes[scope]}
          </label>`,
        )}
      </fieldset>`;
  }

  private places() {
    const w = words().text.alike;
    const { found } = this;
    const total = found?.total ?? 0;
    return html`<div class="sum">
        <span role="status">
          ${!found ? w.noWords : total === 0 ? (found.same > 0 ? "" : w.none) : w.counts(total, this.chosen)}
          ${found && found.same > 0 ? html`<span class="same">${w.same(found.same)}</span>` : nothing}
        </span>
        ${
          total > 0
            ? html`<span class="all">
              <button class="button" type="button" @click=${() => this.takeAll("all")}>${w.all}</button>
              <button class="button" type="button" @click=${() => this.takeAll("none")}>${w.nothing}</button>
            </span>`
            : nothing
        }
      </div>
      ${found?.short ? html`<p class="short">${sentence(found.short)}</p>` : nothing}
      <div class="list" role="group" aria-label=${w.list} ?hidden=${total === 0} @keydown=${this.keys}>
        <div class="rows" ${tall(this.list.height)}>
          ${repeat(
            this.list.rows().filter(({ index }) => this.itemAt(index)),
            ({ index }) => index,
            ({ index, start }) => this.place(index, start, this.itemAt(index)!),
          )}
        </div>
      </div>`;
  }

  private itemAt(index: number): AlikeItem | undefined {
    return this.found?.items[index - this.found.first];
  }

  private place(index: number, start: number, item: AlikeItem) {
    const on = this.isOn(index, item);
    const { kind } = this.asked!;
    const { open, close } = kind ? faceOf(kind) : { open: "", close: "" };
    const context = `${item.before}${item.text}${item.after}`;
    return html`<label class="place" ${row(this.list, index, start)}>
      <input
        type="checkbox"
        tabindex=${index === this.active ? "0" : "-1"}
        aria-label=${words().text.alike.place(index + 1, this.found!.total, context)}
        aria-describedby=${item.reason && !on ? `why-${index}` : nothing}
        aria-disabled=${item.possible ? nothing : "true"}
        .checked=${on}
        @focus=${() => (this.active = index)}
        @click=${(event: Event) => {
          if (!item.possible) event.preventDefault();
        }}
        @change=${() => this.turn(index, item)}
      />
      <span class="context">
        <span class="before">${item.before}</span
        ><span class="chip ${on && kind ? kind : item.kind && !(on && !kind) ? item.kind : "inferred"}">${on ? open : ""}${item.text}${on ? close : ""}</span
        ><span class="after">${item.after}</span>
        ${item.reason && !on ? html`<span class="why" id="why-${index}">${sentence(item.reason)}</span>` : nothing}
      </span>
    </label>`;
  }

  private takeAll(base: Base): void {
    this.base = base;
    this.turned = new Map();
  }

  private keys(event: KeyboardEvent): void {
    const total = this.found?.total ?? 0;
    const to = {
      ArrowDown: this.active + 1,
      ArrowUp: this.active - 1,
      Home: 0,
      End: total - 1,
      PageDown: this.active + 8,
      PageUp: this.active - 8,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.active = Math.max(0, Math.min(total - 1, to));
    this.list.reveal(this.active);
    void this.focusActive();
  }

  /** A row far away is drawn a moment after it was revealed. */
  private async focusActive(): Promise<void> {
    for (let tries = 0; tries < 20; tries++) {
      await this.updateComplete;
      const input = this.renderRoot.querySelector<HTMLElement>(`.place[data-index="${this.active}"] input`);
      if (input) {
        input.focus({ preventScroll: true });
        return;
      }
      await new Promise(requestAnimationFrame);
    }
  }

  private ends(asked: AlikeStart) {
    const w = words().text.alike;
    const { chosen } = this;
    return html`<div class="ends">
      <button class="button" type="button" @click=${() => this.dialog.close()}>${w.cancel}</button>
      <button class="button primary" type="submit" ?disabled=${chosen === 0}>
        ${asked.kind ? w.mark(chosen, words().kinds[asked.kind]) : w.unmark(chosen)}
      </button>
    </div>`;
  }
}

/** showAlike opens the dialog over the page. */
export const showAlike = (start: AlikeStart): Promise<void> => over<AlikeDialog>("pm-alike").show(start);
