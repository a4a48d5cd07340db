import { html, nothing } from "lit";
import type { Problem } from "../engine/protocol.gen.ts";
import type { Desk } from "../text/desk.ts";
import { fix, fixAll } from "../text/marking.ts";
import { sentence } from "../words/words.ts";

/** fixButtons are the buttons of a problem's fixes and of fixing all alike. */
export function fixButtons(desk: Desk, problem: Problem, after: () => void) {
  const w = desk.words.problems;
  // The first fix is the likeliest; all alike get it, or their first safe one. The
  // last one passes over this place and no other.
  const [first] = problem.fixes;
  return html`${problem.fixes.map(
    ({ title, safe }, index) =>
      html`<button
        class="button"
        type="button"
        title=${safe ? nothing : w.unsafe}
        @click=${() => {
          after();
          void fix(desk, problem, index);
        }}
      >
        ${sentence(title, desk.lang)}
      </button>`,
  )}
  ${
    problem.alike > 1 && first && (problem.fixes.length > 1 || first.safe)
      ? html`<button
        class="button"
        type="button"
        title=${first.title}
        @click=${() => {
          after();
          void fixAll(desk, problem.rule, first.safe ? -1 : 0);
        }}
      >
        ${w.fixAll(problem.alike)}
      </button>`
      : nothing
  }`;
}
