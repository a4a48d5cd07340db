import { RangeSet, RangeSetBuilder, StateField, type EditorState, type Extension } from "@codemirror/state";
import { EditorView, gutter, GutterMarker } from "@codemirror/view";
import type { Problem, Severity } from "../engine/protocol.gen.ts";
import { known, range, showReport } from "../analysis/report.ts";
import { openCard, severities, worstFirst } from "./squiggles.ts";

class Sign extends GutterMarker {
  constructor(readonly severity: Severity) {
    super();
  }
  override eq(other: Sign): boolean {
    return other.severity === this.severity;
  }
  override toDOM(): HTMLElement {
    const sign = document.createElement("div");
    sign.className = `pm-sign pm-sign-${this.severity}`;
    return sign;
  }
}

const signs = Object.fromEntries(severities.map((severity) => [severity, new Sign(severity)])) as Record<
  Severity,
  Sign
>;

/** The worst problem of each line that has any on the screen. */
function worstOfLines(state: EditorState): RangeSet<GutterMarker> {
  const worst = new Map<number, number>();
  for (const problem of state.field(known).report?.squiggles ?? []) {
    const now = range(state, problem);
    if (!now) continue;
    const line = state.doc.lineAt(now.from).from;
    worst.set(line, Math.min(worst.get(line) ?? severities.length, severities.indexOf(problem.severity)));
  }
  const builder = new RangeSetBuilder<GutterMarker>();
  for (const line of [...worst.keys()].sort((a, b) => a - b))
    builder.add(line, line, signs[severities[worst.get(line)!]!]);
  return builder.finish();
}

const marked = StateField.define<RangeSet<GutterMarker>>({
  create: () => RangeSet.empty,
  update(set, tr) {
    if (tr.effects.some((effect) => effect.is(showReport))) return worstOfLines(tr.state);
    return tr.docChanged ? set.map(tr.changes) : set;
  },
});

/** The problems of the last report that start in a line, worst first. */
function problemsOfLine(state: EditorState, at: number): Problem[] {
  const line = state.doc.lineAt(at);
  return (state.field(known).report?.squiggles ?? [])
    .filter((problem) => {
      const now = range(state, problem);
      return now !== null && now.from >= line.from && now.from <= line.to;
    })
    .sort(worstFirst);
}

/** gutterSigns show beside each line the worst of its problems; a click there opens
 * their card. The keyboard has the next problem instead. */
export const gutterSigns: Extension = [
  marked,
  gutter({
    class: "pm-gutter",
    markers: (view) => view.state.field(marked),
    domEventHandlers: {
      mousedown(view, { from }) {
        const problems = problemsOfLine(view.state, from);
        const now = problems[0] && range(view.state, problems[0]);
        if (!now) return false;
        view.dispatch({ selection: { anchor: now.from }, userEvent: "select" });
        view.dispatch({ effects: openCard.of({ at: now.from, problems, focus: false }) });
        view.focus();
        return true;
      },
    },
  }),
  EditorView.theme({
    ".cm-gutters": { marginInlineStart: "auto", border: "0", background: "none", paddingTop: "0" },
    ".pm-gutter": { width: "18px", boxSizing: "border-box" },
    ".pm-gutter .cm-gutterElement": { padding: "0", cursor: "pointer" },
    ".pm-gutter .cm-gutterElement:not(:has(.pm-sign))": { cursor: "auto" },
    // The shapes differ too: a disc, a triangle, a ring.
    ".pm-sign": {
      width: "10px",
      height: "10px",
      margin: "calc((1em * var(--text-leading) - 10px) / 2) 2px 0 6px",
      boxSizing: "border-box",
    },
    ".pm-sign-error": { background: "var(--error-line)", borderRadius: "50%" },
    ".pm-sign-warning": { background: "var(--warning-line)", clipPath: "polygon(50% 0, 100% 100%, 0 100%)" },
    ".pm-sign-info": { border: "2px solid var(--info-line)", borderRadius: "50%" },
    "@media (forced-colors: active)": {
      ".pm-sign-error, .pm-sign-warning": { background: "CanvasText", forcedColorAdjust: "none" },
    },
  }),
];
