import { css, html, LitElement } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { unsafeHTML } from "lit/directives/unsafe-html.js";
import { X } from "lucide";
import { explain } from "../rules/explain.ts";
import { loadPages, pageOf } from "../rules/pages.ts";
import { desk } from "../services/desk.ts";
import { engineStatus } from "../services/engine-status.ts";
import { of } from "../services/service.ts";
import { controls, kindChips } from "../styles/controls.ts";
import { sheet } from "../styles/dialogs.ts";
import { severities } from "../text/squiggles.ts";
import { icon } from "../ui/icon.ts";
import { over } from "../ui/over.ts";
import { severitySign, severityStyles } from "../ui/severity.ts";
import { lang, sentence, words, WordsController } from "../words/words.ts";
import "./keys-list.ts";
import { pageStyles } from "./page-styles.ts";
import { pages } from "./pages.ts";

export type Section = "guideline" | "language" | "keys" | "rules" | "about";

const sections: readonly Section[] = ["guideline", "language", "keys", "rules", "about"];

/** The help: what to mark and how, the markup, the keys, the rules, the program. */
@customElement("pm-help")
export class Help extends LitElement {
  private readonly engineStatus = of(engineStatus);
  private readonly desk = of(desk);
  @state() private section: Section = "guideline";
  @state() private version = "";
  @query("dialog") private dialog!: HTMLDialogElement;
  @query(".page") private scroller!: HTMLElement;

  constructor() {
    super();
    new WordsController(this);
  }

  static override styles = [
    controls,
    kindChips,
    severityStyles,
    sheet,
    pageStyles,
    css`
      dialog {
        width: min(58rem, calc(100vw - 1rem));
        height: min(48rem, calc(100vh - 1rem));
        height: min(48rem, calc(100dvh - 1rem));
        max-width: none;
        max-height: none;
      }
      .body {
        flex: 1;
        min-height: 0;
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
      }
      [role="tablist"] {
        display: flex;
        flex-direction: column;
        gap: 2px;
        min-width: 10rem;
        padding: var(--space-3) var(--space-2);
        border-inline-end: 1px solid var(--line);
        background: var(--ground);
        overflow: auto;
      }
      [role="tab"] {
        min-height: 34px;
        padding: 4px var(--space-3);
        border: 0;
        border-radius: var(--radius-small);
        background: none;
        color: var(--ink-2);
        text-align: start;
        white-space: nowrap;
      }
      [role="tab"]:hover {
        background: var(--hover);
      }
      [role="tab"][aria-selected="true"] {
        background: var(--accent-soft);
        color: var(--ink);
        font-weight: 600;
        box-shadow: inset 3px 0 var(--accent);
      }
      .page {
        overflow-y: auto;
        padding: var(--space-4) var(--space-6) var(--space-8);
      }
      .page:focus-visible {
        outline: none;
        box-shadow: inset 0 2px 0 var(--accent);
      }
      .rule {
        display: flex;
        gap: var(--space-2);
        width: 100%;
        min-height: 32px;
        padding: 4px var(--space-2);
        border: 0;
        border-radius: var(--radius-small);
        background: none;
        text-align: start;
      }
      .rule:hover {
        background: var(--hover);
      }
      .rule span {
        min-width: 0;
        overflow-wrap: anywhere;
      }
      .rule .id {
        color: var(--ink-3);
        font-size: var(--size-2);
      }
      .rules {
        margin: 0 calc(-1 * var(--space-2));
        padding: 0;
        list-style: none;
      }
      @media (max-width: 720px) {
        dialog {
          width: 100vw;
          height: 100vh;
          height: 100dvh;
          margin: 0;
          border: 0;
          border-radius: 0;
        }
        .body {
          grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
        }
        [role="tablist"] {
          flex-flow: row wrap;
          padding: var(--space-1);
          border-inline-end: 0;
          border-bottom: 1px solid var(--line);
        }
        [role="tab"] {
          padding-inline: var(--space-2);
        }
        [role="tab"][aria-selected="true"] {
          box-shadow: inset 0 -2px var(--accent);
        }
        .head {
          padding-inline-start: var(--space-3);
        }
        .page {
          padding-inline: var(--space-3);
        }
      }
      @media (pointer: coarse) {
        .rule,
        [role="tab"] {
          min-height: 44px;
        }
      }
      @media (forced-colors: active) {
        [role="tab"][aria-selected="true"] {
          outline: 2px solid Highlight;
          outline-offset: -2px;
        }
        .page:focus-visible {
          outline: 2px solid Highlight;
          outline-offset: -2px;
        }
      }
    `,
  ];

  /** show opens a section of the help. */
  async show(section: Section): Promise<void> {
    this.section = section;
    this.desk.engine.welcome.then(
      ({ version }) => (this.version = version),
      () => {},
    );
    await this.updateComplete;
    if (!this.dialog.open) this.dialog.showModal();
    this.scroller.scrollTop = 0;
    this.scroller.focus();
  }

  override render() {
    const w = words();
    return html`<dialog
      aria-labelledby="title"
      @keydown=${(event: KeyboardEvent) => event.stopPropagation()}
      @click=${(event: Event) => {
        // A click beside the sheet falls on the dialog itself.
        if (event.target === this.dialog) this.dialog.close();
      }}
    >
      <div class="head">
        <h2 id="title">${w.help.title}</h2>
        <button class="quiet" type="button" aria-label=${w.open.close} @click=${() => this.dialog.close()}>${icon(X)}</button>
      </div>
      <div class="body">
        <div role="tablist" aria-label=${w.help.title} @keydown=${this.tabKeys}>
          ${sections.map((section) => {
            const on = section === this.section;
            return html`<button
              type="button"
              role="tab"
              id=${`tab-${section}`}
              aria-selected=${on}
              aria-controls="page"
              tabindex=${on ? "0" : "-1"}
              @click=${() => this.turnTo(section)}
            >
              ${w.help.sections[section]}
            </button>`;
          })}
        </div>
        <div class="page" id="page" role="tabpanel" tabindex="0" aria-labelledby=${`tab-${this.section}`}>${this.page()}</div>
      </div>
    </dialog>`;
  }

  private page() {
    const w = words().help;
    switch (this.section) {
      case "guideline":
      case "language":
        return html`<div class="prose">${unsafeHTML(pages[this.section][lang()])}</div>`;
      case "keys":
        return html`<pm-keys-list></pm-keys-list>`;
      case "rules":
        return this.rules();
      case "about":
        return html`<div class="prose">
          <p><strong translate="no">${words().product}</strong> · ${this.version ? w.version(this.version) : w.versionUnknown}</p>
          <p>${w.licence}</p>
          <h3>${w.privacy}</h3>
          ${unsafeHTML(pages.privacy[lang()])}
        </div>`;
    }
  }

  private rules() {
    const w = words().help;
    const { rules } = this.engineStatus;
    if (rules.length === 0) return html`<p>${w.rulesLater}</p>`;
    return html`<p>${w.rulesIntro}</p>
      ${severities.map(
        (severity) => html`<h3>${w.groups[severity]}</h3>
          <ul class="rules">
            ${rules
              .filter((rule) => rule.severity === severity)
              .map(
                ({ name, title }) => html`<li>
                  <button
                    class="rule"
                    type="button"
                    @click=${() => void explain({ rule: name, severity })}
                  >
                    ${severitySign(severity)}<span
                      >${pageOf(name, lang())?.title ?? sentence(title)} <span class="id" translate="no">${name}</span></span
                    >
                  </button>
                </li>`,
              )}
          </ul>`,
      )}`;
  }

  private turnTo(section: Section): void {
    this.section = section;
    this.scroller.scrollTop = 0;
    if (section === "rules")
      void loadPages().then(
        () => this.requestUpdate(),
        () => {},
      );
  }

  private tabKeys(event: KeyboardEvent): void {
    const tabs = [...this.renderRoot.querySelectorAll<HTMLElement>("[role=tab]")];
    const now = tabs.indexOf(event.target as HTMLElement);
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const next =
      step !== undefined
        ? tabs.at((now + step) % tabs.length)
        : event.key === "Home"
          ? tabs[0]
          : event.key === "End"
            ? tabs.at(-1)
            : undefined;
    if (!next) return;
    event.preventDefault();
    next.click();
    next.focus();
  }
}

/** showHelp opens a section of the help over the page. */
export async function showHelp(section: Section): Promise<void> {
  // A rule's title is in the language of the interface on its page alone.
  await loadPages().catch(() => {});
  await over<Help>("pm-help").show(section);
}
