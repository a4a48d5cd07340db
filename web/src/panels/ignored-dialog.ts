import { css, html, LitElement } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { EngineError } from "../engine/engine-error.ts";
import type { IgnoredItem } from "../engine/protocol.gen.ts";
import { loadPages } from "../rules/pages.ts";
import { desk } from "../services/desk.ts";
import { navigation } from "../services/navigation.ts";
import { of } from "../services/service.ts";
import { controls } from "../styles/controls.ts";
import { dialogs } from "../styles/dialogs.ts";
import { heed } from "../text/marking.ts";
import { overWhile } from "../ui/over.ts";
import { lang, sentence, words, WordsController } from "../words/words.ts";
import { titleOf } from "./problem-card.ts";

/** As many entries as the list shows; who ignores more switches the rule off. */
const most = 500;

/** The problems that the document passes over, each with a way back. */
@customElement("pm-ignored")
export class Ignored extends LitElement {
  private readonly desk = of(desk);
  private readonly navigation = of(navigation);
  @state() private items: readonly IgnoredItem[] = [];
  @query("dialog") private dialog!: HTMLDialogElement;

  constructor() {
    super();
    new WordsController(this);
  }

  static override styles = [
    controls,
    dialogs,
    css`
      dialog {
        width: min(44rem, calc(100vw - 2rem));
      }
      ul {
        max-height: 60vh;
        margin: 0 0 var(--space-3);
        padding: 0;
        overflow-y: auto;
        list-style: none;
      }
      li {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        padding: var(--space-2) 0;
        border-bottom: 1px solid var(--line);
      }
      .what {
        flex: 1;
        min-width: 0;
        padding: 2px 0;
        border: 0;
        background: none;
        text-align: start;
        overflow-wrap: anywhere;
      }
      button.what:hover {
        text-decoration: underline;
      }
      .what small {
        display: block;
        color: var(--ink-3);
        font-size: var(--size-1);
      }
    `,
  ];

  async show(): Promise<void> {
    await this.look();
    await this.updateComplete;
    await new Promise<void>((done) => {
      this.dialog.addEventListener("close", () => done(), { once: true });
      this.dialog.showModal();
    });
  }

  private async look(): Promise<void> {
    try {
      await this.desk.analysis.upToDate();
      const window = { first: 0, count: most };
      this.items = (
        await this.desk.engine.ignored({ version: this.desk.analysis.version, lang: lang(), window })
      ).items;
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
    }
  }

  override render() {
    const w = words().panels.ignored;
    return html`<dialog aria-labelledby="title" @keydown=${(event: KeyboardEvent) => event.stopPropagation()}>
      <form method="dialog">
        <h2 id="title">${w.title}</h2>
        <p>${this.items.length === 0 ? w.none : w.help}</p>
        <ul>
          ${this.items.map((item) => this.item(item))}
        </ul>
        <div class="ends"><button class="button primary" value="" autofocus>${words().panels.close}</button></div>
      </form>
    </dialog>`;
  }

  private item(item: IgnoredItem) {
    const w = words().panels.ignored;
    const rule = titleOf(item.rule);
    return html`<li>
      ${
        item.from < 0
          ? html`<span class="what">${item.words}<small>${rule} · ${w.gone}</small></span>`
          : html`<button class="what" type="button" @click=${() => this.go(item)}>
            ${sentence(item.message)}<small>${rule}${item.words ? ` · ${item.words}` : ""}</small>
          </button>`
      }
      <button class="button" type="button" @click=${() => void this.heed(item)}>${w.heed}</button>
    </li>`;
  }

  private go(item: IgnoredItem): void {
    this.dialog.close();
    this.navigation.reveal(item);
  }

  private async heed({ entry }: IgnoredItem): Promise<void> {
    await heed(this.desk, entry, words().panels.ignored.heeded);
    await this.look();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>("li .button, .primary")?.focus();
  }
}

/** showIgnored opens the dialog and resolves when it was closed. */
export async function showIgnored(): Promise<void> {
  await loadPages().catch(() => {});
  await overWhile<Ignored>("pm-ignored", (element) => element.show());
}
