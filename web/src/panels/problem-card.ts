import { repositionTooltips, type EditorView } from "@codemirror/view";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Workbench } from "../app/workbench.ts";
import type { Problem } from "../engine/protocol.gen.ts";
import { explain } from "../rules/explain.ts";
import { loadPages, pageOf } from "../rules/pages.ts";
import { controls } from "../styles/controls.ts";
import { lang, words, WordsController } from "../words/words.ts";
import { fixButtons } from "../cards/fix-buttons.ts";
import { closeCard, drawProblemCard } from "../cards/problem-card.ts";
import { severityStyles } from "../ui/severity.ts";

/** The card that says in the text what is wrong and offers what can be done. */
@customElement("pm-problem-card")
export class ProblemCard extends LitElement {
  @property({ attribute: false }) bench!: Workbench;
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
      this.bench,
      this.problems,
      (problem) => html`${this.explanation(problem)}
        <div class="fixes">
          ${fixButtons(this.bench, problem, () => closeCard(this.bench))} ${explainButton(this.bench, problem)}
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
        repositionTooltips(this.bench.view);
      },
      () => {},
    );
  }
}

/** explainButton opens the page of a problem's rule. */
export function explainButton(bench: Workbench, { rule, severity }: Pick<Problem, "rule" | "severity">) {
  const w = words().problems;
  const title = titleOf(bench, rule);
  return html`<button
    class="quiet explain"
    type="button"
    aria-label=${w.explainRule(title)}
    title=${w.explainRule(title)}
    @click=${() => void explain(bench, { rule, severity })}
  >
    ${w.explain}
  </button>`;
}

/** titleOf names a rule for a person. The engine names it in the language in which
 * it was greeted. */
export const titleOf = (bench: Workbench, rule: string): string =>
  pageOf(rule, lang())?.title ?? bench.rules.find(({ name }) => name === rule)?.title ?? rule;

/** makeProblemCard makes the card for the editor. */
export function makeProblemCard(
  bench: Workbench,
  _view: EditorView,
  problems: Problem[],
  focus: boolean,
): { dom: HTMLElement } {
  const dom = document.createElement("pm-problem-card") as ProblemCard;
  dom.bench = bench;
  dom.problems = problems;
  if (focus) {
    void dom.updateComplete.then(() => {
      // The editor puts the card into the page in its next measuring.
      requestAnimationFrame(() => dom.renderRoot.querySelector<HTMLElement>("button")?.focus());
    });
  }
  return { dom };
}
