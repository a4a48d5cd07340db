import { html, nothing, type TemplateResult } from "lit";
import type { Problem } from "../engine/protocol.gen.ts";
import type { Desk } from "../text/desk.ts";
import { openCard } from "../text/squiggles.ts";
import { severitySign } from "../ui/severity.ts";
import { sentence } from "../words/words.ts";

/** closeCard closes the card of problems in the text and goes back to the text. */
export function closeCard({ view }: Desk): void {
  view.dispatch({ effects: openCard.of(null) });
  view.focus();
}

/** drawProblemCard draws what is wrong at a place of the text; below draws what stands
 * below each problem. Escape closes the card. */
export const drawProblemCard = (
  desk: Desk,
  problems: readonly Problem[],
  below: (problem: Problem) => unknown,
): TemplateResult => html`<div
    role="group"
    aria-label=${desk.words.problems.label}
    @keydown=${(event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      closeCard(desk);
    }}
  >
    ${problems.map(
      (problem) => html`<div class="found">
        <div class="message">
          ${severitySign(problem.severity, desk.words)}<span>${sentence(problem.message, desk.lang)}</span>
        </div>
        ${below(problem) ?? nothing}
      </div>`,
    )}
  </div>`;
