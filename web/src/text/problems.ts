import type { Text } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { known, range } from "../analysis/report.ts";
import type { Problem, Severity, Tick } from "../engine/protocol.gen.ts";
import { sayRefusal, type Desk } from "./desk.ts";
import { reveal } from "./revealing.ts";
import { openCard, problemsAt } from "./squiggles.ts";

/** nextProblem goes to the next or the previous problem and shows its card. */
export async function nextProblem(desk: Desk, backward: boolean): Promise<void> {
  const { view, analysis, engine } = desk;
  try {
    await analysis.upToDate();
    const { main } = view.state.selection;
    const { problem, index } = await engine.nextProblem({
      version: analysis.version,
      lang: desk.lang,
      from: backward ? main.from : main.to,
      backward,
      severities: analysis.severities,
    });
    if (!problem) {
      desk.say(desk.words.done.noProblems);
      return;
    }
    showProblem(desk, problem, false);
    const total = numberOf(desk, analysis.severities) || index + 1;
    desk.say(`${desk.words.problems.atCaret(index + 1, total)}: ${problem.message}`);
  } catch (error) {
    sayRefusal(desk, error);
  }
}

/** The number of problems of some severities, all of none. */
function numberOf(desk: Desk, chosen: readonly Severity[]): number {
  const problems = desk.view.state.field(known).report?.problems;
  if (!problems) return 0;
  const counts = { error: problems.errors, warning: problems.warnings, info: problems.infos };
  return (Object.keys(counts) as Severity[])
    .filter((severity) => chosen.length === 0 || chosen.includes(severity))
    .reduce((sum, severity) => sum + counts[severity], 0);
}

/** showProblemOfTick goes to the first problem on a tick of the strip, which divides the
 * document into so many, and shows its card. */
export async function showProblemOfTick(desk: Desk, tick: Tick, ticks: number): Promise<void> {
  const { view, analysis, engine } = desk;
  try {
    await analysis.upToDate();
    const start = placeOfTick(view.state.doc, tick.at, ticks);
    const { problem } = await engine.nextProblem({
      version: analysis.version,
      lang: desk.lang,
      // Going round finds the one at the very start.
      from: start > 0 ? start - 1 : view.state.doc.length,
      backward: false,
      severities: [tick.severity],
    });
    if (problem) showProblem(desk, problem, false);
  } catch (error) {
    sayRefusal(desk, error);
  }
}

/** scrollToTick scrolls to where a tick of the strip begins, without moving the caret. */
export function scrollToTick(desk: Desk, tick: number, ticks: number): void {
  const { view } = desk;
  desk.toFront?.();
  const at = Math.min(view.state.doc.length, placeOfTick(view.state.doc, tick, ticks));
  view.dispatch({ effects: EditorView.scrollIntoView(at, { y: "center" }) });
}

/** Ticks divide a document by its bytes in UTF-8: the first place on one of them. */
function placeOfTick(doc: Text, at: number, ticks: number): number {
  const sizeOf = (code: number) => (code < 0x80 ? 1 : code < 0x800 ? 2 : code >= 0xd800 && code < 0xe000 ? 2 : 3);
  const walk = (until: number): [place: number, bytes: number] => {
    let place = 0;
    let bytes = 0;
    for (const part of doc.iter()) {
      for (let i = 0; i < part.length; i++, place++) {
        if (bytes >= until) return [place, bytes];
        bytes += sizeOf(part.charCodeAt(i));
      }
    }
    return [place, bytes];
  };
  const [, total] = walk(Infinity);
  return walk(Math.ceil((at * total) / ticks))[0];
}

/** showProblem goes to a problem of the last report and shows its card. */
export function showProblem(desk: Desk, problem: Problem, focus: boolean): void {
  reveal(desk, problem);
  const now = range(desk.view.state, problem);
  if (now) desk.view.dispatch({ effects: openCard.of({ at: now.from, problems: [problem], focus }) });
}

/** fixHere opens the fixes at the caret. */
export function fixHere(desk: Desk): void {
  const { state } = desk.view;
  const { main } = state.selection;
  const problems = problemsAt(state, main.head).concat(main.empty ? [] : problemsAt(state, main.from));
  const unique = problems.filter((problem, i) => problems.indexOf(problem) === i);
  if (unique.length === 0) {
    desk.say(desk.words.problems.noneAtCaret);
    return;
  }
  const now = range(state, unique[0]!)!;
  desk.view.dispatch({ effects: openCard.of({ at: now.from, problems: unique, focus: true }) });
}
