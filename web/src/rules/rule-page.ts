import { css, html, LitElement, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { X } from "lucide";
import type { RuleCount } from "../engine/protocol.gen.ts";
import { controls } from "../styles/controls.ts";
import { icon } from "../ui/icon.ts";
import { over } from "../ui/over.ts";
import { severitySign, severityStyles } from "../ui/severity.ts";
import { lang, sentence, words, WordsController } from "../words/words.ts";
import type { Example, Inline } from "./page.ts";
import { pageOf } from "./pages.ts";

/** What a page is about: a rule and how bad its problems are. */
export type Subject = Pick<RuleCount, "rule" | "severity">;

/** The page of a rule: what it finds, why that matters, examples. */
@customElement("pm-rule-page")
export class RulePageDialog extends LitElement {
  @state() private subject: Subject | null = null;
  @query("dialog") private dialog!: HTMLDialogElement;
  @query(".page") private scroller!: HTMLElement;

  constructor() {
    super();
    new WordsController(this);
  }

  static override styles = [
    controls,
    severityStyles,
    css`
      dialog {
        width: min(42rem, calc(100vw - 1.5rem));
        max-height: min(46rem, calc(100dvh - 1.5rem));
        padding: 0;
        overflow: hidden;
        border: 1px solid var(--line);
        border-radius: 10px;
        background: var(--raised);
        color: var(--ink);
        box-shadow: var(--shadow);
        font-size: var(--size-3);
        line-height: 1.65;
      }
      dialog[open] {
        display: flex;
        flex-direction: column;
      }
      dialog::backdrop {
        background: #0b0e1466;
      }
      .head {
        display: flex;
        align-items: flex-start;
        gap: var(--space-3);
        padding: var(--space-4) var(--space-4) var(--space-3) var(--space-6);
        border-bottom: 1px solid var(--line);
      }
      .head > div {
        flex: 1;
        min-width: 0;
      }
      h2 {
        margin: 0;
        font-size: 1.0625rem;
        line-height: 1.4;
        overflow-wrap: anywhere;
      }
      .kind {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 2px var(--space-2);
        color: var(--ink-2);
        font-size: var(--size-2);
      }
      .page {
        overflow-y: auto;
        padding: var(--space-4) var(--space-6) var(--space-6);
      }
      p {
        margin: 0 0 var(--space-3);
      }
      h3 {
        margin: var(--space-6) 0 var(--space-2);
        font-size: var(--size-2);
        font-weight: 600;
        color: var(--ink-2);
      }
      code,
      pre {
        font-family: var(--font-text);
      }
      code {
        padding: 1px 4px;
        border-radius: var(--radius-small);
        background: var(--sunken);
      }
      figure {
        margin: 0 0 var(--space-3);
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--paper);
        overflow: hidden;
      }
      pre {
        margin: 0;
        padding: var(--space-2) var(--space-3);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        line-height: 1.9;
      }
      mark {
        background: none;
        color: inherit;
        text-decoration: underline wavy var(--error-line) 1.5px;
        text-underline-offset: 4px;
        text-decoration-skip-ink: none;
      }
      mark.warning {
        text-decoration-color: var(--warning-line);
      }
      mark.info {
        text-decoration: underline dotted var(--info-line) 2px;
      }
      ul {
        margin: 0;
        padding: var(--space-2) var(--space-3);
        border-top: 1px solid var(--line);
        background: var(--ground);
        list-style: none;
        font-size: var(--size-2);
      }
      li + li {
        margin-top: var(--space-2);
      }
      .found {
        display: flex;
        gap: var(--space-2);
      }
      .fix {
        margin-inline-start: 23px;
        color: var(--ink-2);
      }
    `,
  ];

  /** show opens the page of a rule, which the pages must have been loaded for. */
  async show(subject: Subject): Promise<void> {
    this.subject = subject;
    await this.updateComplete;
    if (!this.dialog.open) this.dialog.showModal();
    this.scroller.scrollTop = 0;
    this.scroller.focus();
  }

  override render() {
    const { subject } = this;
    const page = subject && pageOf(subject.rule, lang());
    const w = words().problems;
    return html`<dialog
      aria-labelledby="title"
      @keydown=${(event: KeyboardEvent) => event.stopPropagation()}
      @click=${(event: Event) => {
        // A click beside the page falls on the dialog itself.
        if (event.target === this.dialog) this.dialog.close();
      }}
    >
      ${
        subject && page
          ? html`<div class="head">
              <div>
                <h2 id="title">${page.title}</h2>
                <div class="kind">
                  ${severitySign(subject.severity)}${w.severity[subject.severity]} · <span translate="no">${subject.rule}</span>
                </div>
              </div>
              <button class="quiet" type="button" aria-label=${words().open.close} @click=${() => this.dialog.close()}>
                ${icon(X)}
              </button>
            </div>
            <div class="page" tabindex="0" role="region" aria-labelledby="title">
              ${page.paragraphs.map((paragraph) => html`<p>${inline(paragraph)}</p>`)}
              ${this.examples(
                w.finds,
                page.examples.filter(({ findings }) => findings.length > 0),
              )}
              ${this.examples(
                w.passes,
                page.examples.filter(({ findings }) => findings.length === 0),
              )}
            </div>`
          : nothing
      }
    </dialog>`;
  }

  private examples(title: string, examples: readonly Example[]) {
    if (examples.length === 0) return nothing;
    const { severity } = this.subject!;
    return html`<h3>${title}</h3>
      ${examples.map(
        (example) => html`<figure>
          <pre translate="no">${underlined(example, severity)}</pre>
          ${
            example.findings.length > 0
              ? html`<ul>
                ${example.findings.map(
                  ({ message, fixes }) => html`<li>
                    <div class="found">${severitySign(severity)}<span>${sentence(message)}</span></div>
                    ${fixes.map((fix) => html`<div class="fix">${words().problems.fixIs(sentence(fix))}</div>`)}
                  </li>`,
                )}
              </ul>`
              : nothing
          }
        </figure>`,
      )}`;
  }
}

const inline = (runs: readonly Inline[]) => runs.map(({ text, code }) => (code ? html`<code>${text}</code>` : text));

/** The text of an example with what the rule finds underlined, where one finding
 * does not stand in another. */
function underlined({ text, findings }: Example, severity: string) {
  const characters = [...text];
  const parts: unknown[] = [];
  let at = 0;
  for (const { from, to } of [...findings].sort((a, b) => a.from - b.from)) {
    if (from < at || to <= from) continue;
    parts.push(characters.slice(at, from).join(""));
    parts.push(html`<mark class=${severity}>${characters.slice(from, to).join("")}</mark>`);
    at = to;
  }
  parts.push(characters.slice(at).join(""));
  return parts;
}

/** showRulePage opens the page of a rule over the page. */
export const showRulePage = (subject: Subject): Promise<void> => over<RulePageDialog>("pm-rule-page").show(subject);
