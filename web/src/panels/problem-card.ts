import { repositionTooltips, type EditorView } from "@codemirror/view";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { fixButtons } from "../cards/fix-buttons.ts";
import { closeCard, drawProblemCard } from "../cards/problem-card.ts";
import type { Problem } from "../engine/protocol.gen.ts";
import { explain } from "../rules/explain.ts";
import { loadPages, pageOf } from "../rules/pages.ts";
import { desk } from "../services/desk.ts";
import { engineStatus } from "../services/engine-status.ts";
import { of } from "../services/service.ts";
import { controls } from "../styles/controls.ts";
import { severityStyles } from "../ui/severity.ts";
import { lang, words, WordsController } from "../words/words.ts";

/** The card that says in the text what is wrong and offers what can be done. */
@customElement("pm-problem-card")
export class ProblemCard extends LitElement {
  private readonly desk = of(desk);
  @property({ attribute: false }) problems: Problem[] = [];

  constructor() {
    super();
    new WordsController(this);
  }

  static override styles = [
    controls,
    severityStyles,
    css`
      :host {
        display: block;
        padding: var(--space-2) var(--space-3);
        font-family: var(--font-ui);
      }
      .found + .found {
        margin-top: var(--space-2);
        padding-top: var(--space-2);
        border-top: 1px solid var(--line);
      }
      .message {
        display: flex;
        gap: var(--space-2);
        align-items: flex-start;
      }
      .fixes {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1);
        margin-top: var(--space-2);
      }
      .explain {
        color: var(--ink-2);
        font-size: var(--size-2);
        text-decoration: underline;
        text-underline-offset: 2px;
      }
      .why {
        margin: var(--space-1) 0 0 23px;
        color: var(--ink-2);
      }
    `,
  ];

  override render() {
    return drawProblemCard(
      this.desk,
      this.problems,
      (problem) => html`${this.explanation(problem)}
        <div class="fixes">
          ${fixButtons(this.desk, problem, () => closeCard(this.desk))} ${explainButton(problem)}
        </div>`,
    );
  }

  /** What the rule is about, as its page begins. */
  private explanation({ rule }: Problem) {
    const paragraph = pageOf(rule, lang())?.paragraphs[0];
    return paragraph ? html`<p class="why">${paragraph.map(({ text }) => text)}</p>` : nothing;
  }

  protected override firstUpdated(): void {
    if (this.problems.every(({ rule }) => pageOf(rule, lang()))) return;
    loadPages().then(
      async () => {
        this.requestUpdate();
        await this.updateComplete;
        repositionTooltips(this.desk.view);
      },
      () => {},
    );
  }
}

/** explainButton opens the page of a problem's rule. */
export function explainButton({ rule, severity }: Pick<Problem, "rule" | "severity">) {
  const w = words().problems;
  const title = titleOf(rule);
  return html`<button
    class="quiet explain"
    type="button"
    aria-label=${w.explainRule(title)}
    title=${w.explainRule(title)}
    @click=${() => void explain({ rule, severity })}
  >
    ${w.explain}
  </button>`;
}

/** titleOf names a rule for a person. The engine names it in the language in which
 * it was greeted. */
export const titleOf = (rule: string): string =>
  pageOf(rule, lang())?.title ?? of(engineStatus).rules.find(({ name }) => name === rule)?.title ?? rule;

/** makeProblemCard makes the card for the editor. */
export function makeProblemCard(_view: EditorView, problems: Problem[], focus: boolean): { dom: HTMLElement } {
  const dom = document.createElement("pm-problem-card") as ProblemCard;
  dom.problems = problems;
  if (focus) {
    void dom.updateComplete.then(() => {
      // The editor puts the card into the page in its next measuring.
      requestAnimationFrame(() => dom.renderRoot.querySelector<HTMLElement>("button")?.focus());
    });
  }
  return { dom };
}
