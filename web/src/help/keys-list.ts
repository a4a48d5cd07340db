import { css, html, LitElement, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { Pencil, RotateCcw, X, type IconNode } from "lucide";
import { brackets } from "../engine/kinds.gen.ts";
import { keyPressed, keysOf, normalKey, refusalOf, showKey, type Chosen } from "../keys/keys.ts";
import { search } from "../palette/search.ts";
import type { Command } from "../services/commands.ts";
import { commands } from "../services/commands.ts";
import { of } from "../services/service.ts";
import { settings } from "../services/settings.ts";
import { controls } from "../styles/controls.ts";
import { icon } from "../ui/icon.ts";
import { words, WordsController } from "../words/words.ts";

/** What is asked about a key that another command has. */
interface Conflict {
  command: Command;
  key: string;
  owner: Command;
}

/** The commands with their keys, which can be changed here. */
@customElement("pm-keys-list")
export class KeysList extends LitElement {
  private readonly commands = of(commands);
  private readonly settings = of(settings);
  @state() private sought = "";
  /** The command whose new key is waited for. */
  @state() private recording: Command | null = null;
  @state() private conflict: Conflict | null = null;
  @state() private said = "";
  @query("input") private field!: HTMLInputElement;

  constructor() {
    super();
    new WordsController(this);
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      p {
        margin: 0 0 var(--space-3);
      }
      h3 {
        margin: var(--space-6) 0 var(--space-2);
        font-size: var(--size-4);
      }
      .tools {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
        margin-bottom: var(--space-2);
      }
      input {
        flex: 1;
        min-width: 10rem;
        min-height: 34px;
        padding: 0 var(--space-2);
        border: 1px solid var(--line-strong);
        border-radius: var(--radius-small);
        background: var(--paper);
        color: inherit;
        font: inherit;
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 2px var(--space-3);
        min-height: 40px;
        padding: 3px 0;
        border-bottom: 1px solid var(--line);
      }
      .name {
        flex: 1 1 6rem;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      .keys {
        display: inline-flex;
        flex-wrap: wrap;
        gap: var(--space-1);
        align-items: center;
      }
      kbd {
        padding: 1px 7px;
        border: 1px solid var(--line-strong);
        border-bottom-width: 2px;
        border-radius: var(--radius-small);
        background: var(--paper);
        font: inherit;
        font-size: var(--size-2);
        white-space: nowrap;
      }
      .none,
      .changed {
        color: var(--ink-3);
        font-size: var(--size-2);
      }
      .ends {
        display: inline-flex;
        gap: 2px;
      }
      .ends .quiet {
        color: var(--ink-2);
      }
      .ends .quiet:disabled {
        opacity: 0.25;
      }
      .ask {
        flex: 1 1 100%;
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2);
        padding: var(--space-2) var(--space-3);
        border-inline-start: 3px solid var(--accent);
        background: var(--accent-soft);
      }
      .ask.refusal {
        border-color: var(--warning-line);
        background: var(--warning-tint);
      }
      .fixed li {
        gap: var(--space-3);
      }
    `,
  ];

  override render() {
    const w = words();
    const hits = search(this.sought, this.commands.all, []).map(({ command }) => command);
    const changed = Object.keys(this.settings.current.keys).length > 0;
    return html`<p>${w.keys.intro}</p>
      <div class="tools">
        <input
          type="search"
          aria-label=${w.keys.search}
          placeholder=${w.keys.search}
          @input=${() => (this.sought = this.field.value)}
        />
        <button class="button" type="button" ?disabled=${!changed} @click=${this.resetAll}>${w.keys.resetAll}</button>
      </div>
      <div class="hidden" role="status">${this.said}</div>
      <ul aria-label=${w.keys.title}>
        ${hits.map((command) => this.row(command))}
      </ul>
      ${hits.length === 0 ? html`<p>${w.keys.none}</p>` : nothing}
      <h3>${w.keys.fixed}</h3>
      <ul class="fixed">
        ${fixedKeys.map(
          ([id, keys]) => html`<li>
            <span class="name">${w.keys.fixedKeys[id]}</span>
            <span class="keys">${keys.map((key) => html`<kbd>${showKey(key)}</kbd>`)}</span>
          </li>`,
        )}
      </ul>`;
  }

  private row(command: Command) {
    const w = words();
    const title = command.title(w);
    const keys = keysOf(command);
    const isChanged = command.id in this.settings.current.keys;
    return html`<li data-id=${command.id}>
      <span class="name">${title} ${isChanged ? html`<span class="changed">${w.keys.changed}</span>` : nothing}</span>
      <span class="keys"
        >${
          keys.length > 0
            ? keys.map((key) => html`<kbd>${showKey(key)}</kbd>`)
            : html`<span class="none">${w.keys.noKey}</span>`
        }</span
      >
      <span class="ends">
        <button
          class="quiet record"
          type="button"
          aria-label=${w.keys.recordOf(title)}
          title=${w.keys.recordOf(title)}
          aria-pressed=${this.recording === command}
          @click=${() => this.record(command)}
          @keydown=${(event: KeyboardEvent) => this.pressed(event, command)}
          @blur=${() => {
            if (this.recording === command && !this.conflict) this.stop();
          }}
        >
          ${icon(Pencil, 14)}
        </button>
        ${this.tool(X, w.keys.unsetOf(title), keys.length === 0, () => this.give(command, [], w.keys.removed(title)))}
        ${this.tool(RotateCcw, w.keys.resetOf(title), !isChanged, () => this.give(command, null, w.keys.resetDone(title)))}
      </span>
      ${this.recording === command ? this.ask() : nothing}
    </li>`;
  }

  private tool(face: IconNode, label: string, disabled: boolean, run: () => void) {
    return html`<button class="quiet" type="button" aria-label=${label} title=${label} ?disabled=${disabled} @click=${run}>
      ${icon(face, 14)}
    </button>`;
  }

  private ask() {
    const w = words().keys;
    const { conflict } = this;
    if (!conflict) return html`<div class="ask ${this.said ? "refusal" : ""}">${this.said || w.recording}</div>`;
    return html`<div class="ask refusal">
      <span>${w.taken(showKey(conflict.key), conflict.owner.title(words()))}</span>
      <button class="button" type="button" @click=${() => this.takeOver(conflict)}>${w.takeOver}</button>
      <button class="button" type="button" @click=${this.leave}>${w.leave}</button>
    </div>`;
  }

  private record(command: Command): void {
    this.recording = command;
    this.conflict = null;
    this.said = "";
  }

  private stop(): void {
    this.recording = this.conflict = null;
  }

  private pressed(event: KeyboardEvent, command: Command): void {
    if (this.recording !== command || this.conflict) return;
    if (event.key === "Tab" && !event.ctrlKey && !event.altKey && !event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    const w = words();
    if (event.key === "Escape") return this.stop();
    const key = keyPressed(event);
    if (!key || event.isComposing) return;
    const refusal = refusalOf(key);
    if (refusal) {
      this.said = w.keys.refused[refusal](showKey(key));
      return;
    }
    const owner = this.commands.all.find(
      (other) => other !== command && keysOf(other).some((its) => normalKey(its) === key),
    );
    if (owner) {
      this.conflict = { command, key, owner };
      this.said = w.keys.taken(showKey(key), owner.title(w));
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(".ask button")?.focus());
      return;
    }
    this.give(command, [key], w.keys.set(command.title(w), showKey(key)));
  }

  private takeOver({ command, key, owner }: Conflict): void {
    const others = keysOf(owner).filter((its) => normalKey(its) !== key);
    this.settings.change({ keys: { ...this.settings.current.keys, [owner.id]: others } });
    this.give(command, [key], words().keys.set(command.title(words()), showKey(key)));
  }

  private readonly leave = () => {
    const command = this.recording!;
    this.stop();
    this.refocus(command);
  };

  /** Gives a command keys, or those it comes with for null. */
  private give(command: Command, keys: readonly string[] | null, said: string): void {
    const { [command.id]: _, ...others } = this.settings.current.keys;
    const chosen: Chosen = keys === null ? others : { ...others, [command.id]: keys };
    this.settings.change({ keys: chosen });
    this.stop();
    this.said = said;
    this.refocus(command);
  }

  private refocus(command: Command): void {
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>(`[data-id="${command.id}"] .record`)?.focus(),
    );
  }

  private readonly resetAll = () => {
    this.settings.change({ keys: {} });
    this.stop();
    this.said = words().keys.resetAllDone;
    this.field.focus();
  };
}

/** The keys that stand fast, with what they do. */
const fixedKeys: readonly (readonly [keyof ReturnType<typeof words>["keys"]["fixedKeys"], readonly string[]])[] = [
  ["brackets", brackets.map(({ open }) => open)],
  ["backspace", ["Backspace"]],
  ["select", ["Shift-ArrowLeft", "Shift-ArrowRight"]],
  ["selectWord", ["Mod-Shift-ArrowLeft", "Mod-Shift-ArrowRight"]],
  ["escape", ["Escape"]],
  ["tab", ["Tab"]],
];
