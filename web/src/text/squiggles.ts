import { RangeSetBuilder, StateEffect, StateField, type EditorState, type Extension } from "@codemirror/state";
import { Decoration, EditorView, hoverTooltip, showTooltip, type DecorationSet, type Tooltip } from "@codemirror/view";
import type { Problem, Severity } from "../engine/protocol.gen.ts";
import { known, range, showReport } from "../analysis/report.ts";

const lines: Record<Severity, Decoration> = {
  error: Decoration.mark({ class: "pm-squiggle pm-squiggle-error" }),
  warning: Decoration.mark({ class: "pm-squiggle pm-squiggle-warning" }),
  info: Decoration.mark({ class: "pm-squiggle pm-squiggle-info" }),
};

/** More squiggles than this on one screen say nothing more. */
const most = 500;

function draw(problems: readonly Problem[], length: number): DecorationSet {
  const spans = problems.slice(0, most).map((problem) => {
    // A problem at a place between two characters shows on the one after it.
    const from = problem.from === problem.to && problem.from === length ? Math.max(0, problem.from - 1) : problem.from;
    return { from, to: Math.min(length, Math.max(problem.to, from + 1)), severity: problem.severity };
  });
  spans.sort((a, b) => a.from - b.from || b.to - a.to);
  const builder = new RangeSetBuilder<Decoration>();
  for (const { from, to, severity } of spans) if (from < to) builder.add(from, to, lines[severity]);
  return builder.finish();
}

const squiggles = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(set, tr) {
    for (const effect of tr.effects) {
      if (!effect.is(showReport)) continue;
      const { report, since } = effect.value;
      if (!report) return Decoration.none;
      const fresh = draw(report.squiggles, report.length);
      return since ? fresh.map(since) : fresh;
    }
    return tr.docChanged ? set.map(tr.changes) : set;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** The severities, the worst first. */
export const severities: readonly Severity[] = ["error", "warning", "info"];

/** worstFirst compares problems for sorting by severity. */
export const worstFirst = (a: Problem, b: Problem): number =>
  severities.indexOf(a.severity) - severities.indexOf(b.severity);

/** problemsAt returns the known problems at a place on the screen, worst first. */
export function problemsAt(state: EditorState, at: number): Problem[] {
  return (state.field(known).report?.squiggles ?? [])
    .filter((problem) => {
      const now = range(state, problem);
      return now !== null && now.from <= at && at <= Math.max(now.to, now.from + 1);
    })
    .sort(worstFirst);
}

/** openCard shows the card of problems at a place, or closes it. */
export const openCard = StateEffect.define<{ at: number; problems: Problem[]; focus: boolean } | null>();

/** Draws the card of problems; focus moves the keyboard into it. */
export type CardDrawer = (
  view: EditorView,
  problems: Problem[],
  focus: boolean,
) => { dom: HTMLElement; destroy?: () => void };

/** squiggleSigns underlines the problems on the screen and shows their card on
 * hovering and on demand. */
export function squiggleSigns(draw: CardDrawer): Extension {
  const card = StateField.define<Tooltip | null>({
    create: () => null,
    update(tooltip, tr) {
      for (const effect of tr.effects) {
        if (!effect.is(openCard)) continue;
        if (!effect.value) return null;
        const { at, problems, focus } = effect.value;
        return { pos: at, above: false, arrow: false, create: (view) => draw(view, problems, focus) };
      }
      const moved = tr.selection !== undefined && !tr.newSelection.eq(tr.startState.selection);
      return tr.docChanged || moved ? null : tooltip;
    },
    provide: (field) => showTooltip.from(field),
  });
  return [
    squiggles,
    card,
    hoverTooltip(
      (view, pos, side) => {
        if (view.compositionStarted || view.state.field(card)) return null;
        const found = problemsAt(view.state, pos).filter((problem) => {
          const now = range(view.state, problem)!;
          return !(pos === now.from && side < 0) && !(pos === now.to && side > 0 && now.to > now.from);
        });
        if (found.length === 0) return null;
        const now = range(view.state, found[0]!)!;
        return {
          pos: now.from,
          end: Math.max(now.to, now.from + 1),
          above: false,
          create: () => draw(view, found, false),
        };
      },
      { hideOnChange: true },
    ),
  ];
}
