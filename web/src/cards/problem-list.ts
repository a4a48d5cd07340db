import { html, nothing, type TemplateResult } from "lit";
import type { Problem } from "../engine/protocol.gen.ts";

/** ProblemLook says how problems are listed where they stand. */
export interface ProblemLook {
  severity: Record<Problem["severity"], string>;
  /** Shows the place of a problem in the text. */
  go: (problem: Problem) => void;
  /** Writes what is wrong; as the engine says it when absent. */
  write?: (message: string) => string;
  /** Draws what can be done about it. */
  fixes?: (problem: Problem) => unknown;
}

/** drawProblems draws a list of problems. */
export const drawProblems = (
  problems: readonly Problem[],
  { severity, go, write = (message) => message, fixes }: ProblemLook,
): TemplateResult =>
  html`<ul class="problems" part="problems-list">
    ${problems.map(
      (problem) => html`<li>
        <button type="button" class="problem ${problem.severity}" part="problem" @click=${() => go(problem)}>
          <b>${severity[problem.severity]}</b> ${write(problem.message)}
        </button>
        ${fixes?.(problem) ?? nothing}
      </li>`,
    )}
  </ul>`;
