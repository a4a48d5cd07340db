import { css, html, LitElement, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { keysOf, showKey } from "../keys/keys.ts";
import type { Command } from "../services/commands.ts";
import { commands } from "../services/commands.ts";
import { of } from "../services/service.ts";
import { settings } from "../services/settings.ts";
import { controls } from "../styles/controls.ts";
import { over } from "../ui/over.ts";
import { catalogues, lang, words, WordsController } from "../words/words.ts";
import { search, type Hit } from "./search.ts";

/** How many of the commands chosen last are kept, and come first. */
const remembered = 6;

/** The list of all commands, by name. */
@customElement("pm-palette")
export class Palette extends LitElement {
  private readonly commands = of(commands);
  private readonly settings = of(settings);
  @state() private sought = "";
  @state() private at = 0;
  /** What is said of a command that cannot be done now. */
  @state() private said = "";
  private hits: readonly Hit[] = [];
  private recent: readonly string[] = [];
  @query("dialog") private dialog!: HTMLDialogElement;
  @query("input") private field!: HTMLInputElement;

  constructor() {
    super();
    new WordsController(this);
  }

  static override styles = [
    controls,
    css`
      dialog {
        width: min(38rem, calc(100vw - 1rem));
        margin: min(12vh, 6rem) auto auto;
        padding: 0;
        overflow: hidden;
        border: 1px solid var(--line);
        border-radius: 10px;
        background: var(--raised);
        color: var(--ink);
        box-shadow: var(--shadow);
        font-size: var(--size-3);
      }
      dialog::backdrop {
        background: #0b0e1433;
      }
      input {
        width: 100%;
        min-height: 48px;
        padding: 0 var(--space-4);
        border: 0;
        border-bottom: 1px solid var(--line);
        background: none;
        color: inherit;
        font: inherit;
        font-size: var(--size-4);
      }
      input::placeholder {
        color: var(--ink-3);
        opacity: 1;
      }
      input:focus-visible {
        outline: none;
        box-shadow: inset 0 -2px var(--accent);
      }
      [role="listbox"] {
        max-height: min(26rem, 60vh);
        max-height: min(26rem, 60dvh);
        overflow-y: auto;
        padding: var(--space-1);
        scroll-padding: 1.8rem 4px 4px;
      }
      .title {
        padding: var(--space-2) var(--space-3) 2px;
        font-size: var(--size-1);
        color: var(--ink-3);
      }
      [role="option"] {
        display: flex;
        align-items: baseline;
        gap: var(--space-3);
        min-height: 34px;
        padding: 6px var(--space-3);
        border-radius: var(--radius-small);
        cursor: pointer;
      }
      [role="option"]:hover {
        background: var(--hover);
      }
      [role="option"][aria-selected="true"] {
        background: var(--accent-soft);
        box-shadow: inset 3px 0 var(--accent);
      }
      .name {
        flex: 1;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      .name b {
        font-weight: 700;
        text-decoration: underline;
        text-decoration-color: var(--accent);
        text-underline-offset: 3px;
      }
      .other,
      .why {
        color: var(--ink-3);
        font-size: var(--size-2);
      }
      .other::before {
        content: " ";
      }
      .why {
        flex: none;
        max-width: 50%;
        text-align: end;
      }
      [aria-disabled="true"] .name {
        color: var(--ink-3);
      }
      kbd {
        flex: none;
        font: inherit;
        font-size: var(--size-1);
        color: var(--ink-2);
        padding: 1px 6px;
        border: 1px solid var(--line);
        border-radius: var(--radius-small);
        background: var(--ground);
      }
      .none {
        margin: 0;
        padding: var(--space-4);
        color: var(--ink-2);
      }
      @media (pointer: coarse) {
        [role="option"] {
          min-height: 44px;
          padding-block: 11px;
        }
        kbd {
          display: none;
        }
      }
      @media (forced-colors: active) {
        [role="option"][aria-selected="true"] {
          outline: 2px solid Highlight;
          outline-offset: -2px;
        }
        [aria-disabled="true"] .name {
          color: GrayText;
        }
      }
    `,
  ];

  /** show opens the palette with nothing looked for. */
  async show(): Promise<void> {
    this.recent = this.settings.current.recentCommands;
    this.seek("");
    await this.updateComplete;
    this.field.value = "";
    if (!this.dialog.open) this.dialog.showModal();
    this.field.focus();
  }

  private seek(query: string): void {
    this.sought = query;
    this.said = "";
    this.at = 0;
    const all = this.commands.all.filter(({ id }) => id !== "palette");
    if (query.trim() === "") {
      const recent = this.recent.flatMap((id) => all.find((command) => command.id === id) ?? []);
      this.hits = search("", [...recent, ...all.filter((command) => !recent.includes(command))], []);
    } else {
      this.hits = search(query, all, this.recent);
    }
  }

  override render() {
    const w = words().keys;
    const { hits } = this;
    const isAll = this.sought.trim() === "";
    const recent = isAll ? hits.filter(({ command }) => this.recent.includes(command.id)).length : 0;
    return html`<dialog
      aria-label=${w.palette.replace("…", "")}
      @keydown=${(event: KeyboardEvent) => event.stopPropagation()}
      @click=${(event: Event) => {
        // A click beside the palette falls on the dialog itself.
        if (event.target === this.dialog) this.dialog.close();
      }}
    >
      <input
        type="text"
        role="combobox"
        aria-label=${w.search}
        aria-expanded=${hits.length > 0}
        aria-controls="list"
        aria-autocomplete="list"
        aria-activedescendant=${hits.length > 0 ? `option-${this.at}` : nothing}
        placeholder=${w.searchHint}
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        enterkeyhint="go"
        @input=${() => this.seek(this.field.value)}
        @keydown=${this.keys}
      />
      <div id="list" role="listbox" aria-label=${w.all} tabindex="-1">
        ${
          recent > 0
            ? html`<div role="group" aria-labelledby="recent">
                <div class="title" id="recent">${w.recent}</div>
                ${hits.slice(0, recent).map((hit, i) => this.option(hit, i))}
              </div>
              <div role="group" aria-labelledby="all">
                <div class="title" id="all">${w.all}</div>
                ${hits.slice(recent).map((hit, i) => this.option(hit, recent + i))}
              </div>`
            : hits.map((hit, i) => this.option(hit, i))
        }
      </div>
      ${hits.length === 0 ? html`<p class="none">${w.none}</p>` : nothing}
      <div class="hidden" role="status">${this.said || (hits.length === 0 ? w.none : isAll ? "" : w.found(hits.length))}</div>
    </dialog>`;
  }

  private option({ command, name }: Hit, index: number) {
    const w = words();
    const why = command.disabled?.(w) || "";
    const title = command.title(w);
    const other = command.title(lang() === "zh" ? catalogues.en : catalogues.zh);
    const keys = keysOf(command);
    return html`<div
      role="option"
      id=${`option-${index}`}
      data-id=${command.id}
      aria-selected=${index === this.at}
      aria-disabled=${why ? "true" : nothing}
      @pointerdown=${(event: Event) => event.preventDefault()}
      @click=${() => {
        this.at = index;
        this.choose();
      }}
    >
      <span class="name"
        >${name.map(({ text, matches }) => (matches ? html`<b>${text}</b>` : text))}${
          other === title ? nothing : html`<span class="other" lang=${lang() === "zh" ? "en" : "zh-CN"}>${other}</span>`
        }</span
      >
      ${why ? html`<span class="why">${why}</span>` : nothing} ${keys.map((key) => html`<kbd>${showKey(key)}</kbd>`)}
    </div>`;
  }

  protected override updated(): void {
    this.renderRoot.querySelector(`#option-${this.at}`)?.scrollIntoView({ block: "nearest" });
    if (this.at === 0) this.renderRoot.querySelector("#list")!.scrollTop = 0;
  }

  private keys(event: KeyboardEvent): void {
    if (event.isComposing || event.keyCode === 229) return;
    const last = this.hits.length - 1;
    const page = 8;
    const to = (index: number) => (this.at = Math.max(0, Math.min(last, index)));
    if (event.key === "ArrowDown") this.at = this.at >= last ? 0 : this.at + 1;
    else if (event.key === "ArrowUp") this.at = this.at <= 0 ? Math.max(0, last) : this.at - 1;
    else if (event.key === "PageDown") to(this.at + page);
    else if (event.key === "PageUp") to(this.at - page);
    else if (event.key === "Home" && event.ctrlKey) to(0);
    else if (event.key === "End" && event.ctrlKey) to(last);
    else if (event.key === "Enter") this.choose();
    else return;
    event.preventDefault();
  }

  private choose(): void {
    const command: Command | undefined = this.hits[this.at]?.command;
    if (!command) return;
    const why = command.disabled?.(words());
    if (why) {
      this.said = words().keys.unavailable(why);
      return;
    }
    this.dialog.close();
    this.settings.change({
      recentCommands: [command.id, ...this.recent.filter((id) => id !== command.id)].slice(0, remembered),
    });
    command.run();
  }
}

/** showPalette opens the command palette over the page. */
export const showPalette = (): Promise<void> => over<Palette>("pm-palette").show();
