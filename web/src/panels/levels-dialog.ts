import { css, html, LitElement, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import type { Level, RuleInfo, RuleLevel } from "../engine/protocol.gen.ts";
import { loadPages, pageOf } from "../rules/pages.ts";
import { engineStatus } from "../services/engine-status.ts";
import { of } from "../services/service.ts";
import { settings } from "../services/settings.ts";
import { controls } from "../styles/controls.ts";
import { dialogs } from "../styles/dialogs.ts";
import { severities } from "../text/squiggles.ts";
import { overWhile } from "../ui/over.ts";
import { severitySign, severityStyles } from "../ui/severity.ts";
import { lang, sentence, words, WordsController } from "../words/words.ts";

const levels: readonly Level[] = [...severities, "off"];

/** The rules, each with how bad its problems are taken to be in this browser. */
@customElement("pm-levels")
export class Levels extends LitElement {
  private readonly engineStatus = of(engineStatus);
  private readonly settings = of(settings);
  @state() private search = "";
  @query("dialog") private dialog!: HTMLDialogElement;

  constructor() {
    super();
    new WordsController(this);
  }

  static override styles = [
    controls,
    dialogs,
    severityStyles,
    css`
      dialog {
        width: min(44rem, calc(100vw - 2rem));
      }
      form {
        display: flex;
        flex-direction: column;
        max-height: calc(100vh - 4rem);
        padding: var(--space-4) var(--space-6);
      }
      input {
        min-height: 32px;
        padding: 0 var(--space-2);
        border: 1px solid var(--line-strong);
        border-radius: var(--radius-small);
        background: var(--paper);
        color: var(--ink);
        font: inherit;
      }
      ul {
        flex: 1;
        min-height: 8rem;
        margin: var(--space-2) 0;
        padding: 0;
        overflow-y: auto;
        list-style: none;
        border-block: 1px solid var(--line);
      }
      li {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        padding: 5px 2px;
        border-bottom: 1px solid var(--line);
      }
      li.other {
        background: var(--accent-soft);
      }
      .title {
        flex: 1;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      .title small {
        display: block;
        color: var(--ink-3);
        font-size: var(--size-1);
      }
      select {
        min-height: 30px;
        max-width: 11rem;
        border: 1px solid var(--line-strong);
        border-radius: var(--radius-small);
        background: var(--paper);
        color: var(--ink);
        font: inherit;
        font-size: var(--size-2);
      }
      .ends span {
        flex: 1;
        align-self: center;
        color: var(--ink-2);
        font-size: var(--size-2);
      }
    `,
  ];

  async show(): Promise<void> {
    await this.updateComplete;
    await new Promise<void>((done) => {
      this.dialog.addEventListener("close", () => done(), { once: true });
      this.dialog.showModal();
    });
  }

  private get chosen(): readonly RuleLevel[] {
    return this.settings.current.levels;
  }

  override render() {
    const w = words().panels.levels;
    const rules = this.engineStatus.rules.filter((rule) => {
      const looked = `${rule.name} ${this.nameOf(rule)}`.toLowerCase();
      return looked.includes(this.search.trim().toLowerCase());
    });
    return html`<dialog aria-labelledby="title" @keydown=${(event: KeyboardEvent) => event.stopPropagation()}>
      <form method="dialog">
        <h2 id="title">${w.title}</h2>
        <p>${w.help}</p>
        <input
          type="search"
          aria-label=${w.search}
          placeholder=${w.search}
          .value=${this.search}
          @input=${(event: InputEvent) => (this.search = (event.target as HTMLInputElement).value)}
          @keydown=${(event: KeyboardEvent) => event.key === "Enter" && event.preventDefault()}
        />
        <ul tabindex="0" aria-label=${w.title}>
          ${rules.map((rule) => this.rule(rule))}
        </ul>
        <div class="ends">
          <span role="status">${w.changed(this.chosen.length)}</span>
          <button
            class="button"
            type="button"
            ?disabled=${this.chosen.length === 0}
            @click=${() => {
              this.settings.change({ levels: [] });
              this.requestUpdate();
            }}
          >
            ${w.reset}
          </button>
          <button class="button primary" value="">${w.close}</button>
        </div>
      </form>
    </dialog>`;
  }

  private nameOf({ name, title }: RuleInfo): string {
    return sentence(pageOf(name, lang())?.title ?? title);
  }

  private rule(rule: RuleInfo) {
    const w = words().panels.levels;
    const level = this.chosen.find((one) => one.rule === rule.name)?.level;
    const shown = level ?? rule.severity;
    const title = this.nameOf(rule);
    return html`<li class=${level ? "other" : ""}>
      ${shown === "off" ? nothing : severitySign(shown)}
      <span class="title">${title}<small translate="no">${rule.name}</small></span>
      <select aria-label=${w.level(title)} @change=${(event: Event) => this.choose(rule, (event.target as HTMLSelectElement).value)}>
        <option value="" ?selected=${!level}>${w.standard(w.names[rule.severity])}</option>
        ${levels.map((one) => html`<option value=${one} ?selected=${level === one}>${w.names[one]}</option>`)}
      </select>
    </li>`;
  }

  private choose({ name }: RuleInfo, value: string): void {
    const others = this.chosen.filter(({ rule }) => rule !== name);
    this.settings.change({ levels: value ? [...others, { rule: name, level: value as Level }] : others });
    this.requestUpdate();
  }
}

/** showLevels opens the dialog and resolves when it was closed. */
export async function showLevels(): Promise<void> {
  await loadPages().catch(() => {});
  await overWhile<Levels>("pm-levels", (element) => element.show());
}
