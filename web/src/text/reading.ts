import {
  Compartment,
  EditorSelection,
  findClusterBreak,
  Prec,
  RangeSetBuilder,
  RangeValue,
  StateField,
  type EditorState,
  type Extension,
  type RangeSet,
  type SelectionRange,
  type Text,
} from "@codemirror/state";
import { Decoration, EditorView, keymap, type Command, type DecorationSet } from "@codemirror/view";
import {
  deleteCharBackward,
  deleteCharForward,
  deleteGroupBackward,
  deleteGroupForward,
} from "@codemirror/commands";
import type { Range, Report } from "../engine/protocol.gen.ts";
import { showReport } from "../analysis/report.ts";
import { erasing } from "./erasing.ts";

/** The two views of a document: with brackets, or as it reads. */
export type TextView = "source" | "reading";

const gone = Decoration.replace({});

class Whole extends RangeValue {}
const whole = new Whole();

/** Hidden is what the reading view hides, and what the caret takes in one step: the
 * same but for escapes, which are one with the character that they make prose. */
interface Hidden {
  readonly pieces: DecorationSet;
  readonly atoms: RangeSet<Whole>;
}

const nothing: Hidden = { pieces: Decoration.none, atoms: new RangeSetBuilder<Whole>().finish() };

/** The ranges that a report hides: brackets, with the qualifiers before the closing
 * one, and backslashes. */
function hide({ marks, hidden, length }: Report, doc: Text | null): Hidden {
  const atoms: Range[] = [];
  const pieces: Range[] = [];
  for (const { from, to, innerTo } of marks) {
    pieces.push({ from, to: from + 1 }, { from: innerTo, to });
    atoms.push({ from, to: from + 1 }, { from: innerTo, to });
  }
  for (const { from, to } of hidden) {
    pieces.push({ from, to });
    const next = doc ? to + findClusterBreak(doc.sliceString(to, to + 12), 0) : to + 1;
    atoms.push({ from, to: Math.min(next, length) });
  }
  const order = (a: Range, b: Range) => a.from - b.from || a.to - b.to;
  const drawn = new RangeSetBuilder<Decoration>();
  for (const { from, to } of pieces.sort(order)) if (from < to) drawn.add(from, to, gone);
  const solid = new RangeSetBuilder<Whole>();
  for (const { from, to } of atoms.sort(order)) if (from < to) solid.add(from, to, whole);
  return { pieces: drawn.finish(), atoms: solid.finish() };
}

const hiddenNow = StateField.define<Hidden>({
  create: () => nothing,
  update(value, tr) {
    for (const effect of tr.effects) {
      if (!effect.is(showReport)) continue;
      const { report, since } = effect.value;
      if (!report) return nothing;
      const fresh = hide(report, since ? null : tr.state.doc);
      return since ? { pieces: fresh.pieces.map(since), atoms: fresh.atoms.map(since) } : fresh;
    }
    return tr.docChanged ? { pieces: value.pieces.map(tr.changes), atoms: value.atoms.map(tr.changes) } : value;
  },
});

/** past returns the place behind, or before, the hidden pieces that stand at one. */
function past(state: EditorState, at: number, forward: boolean): number {
  const { pieces } = state.field(hiddenNow);
  for (let moved = true; moved; ) {
    moved = false;
    pieces.between(at, at, (from, to) => {
      if (forward ? from > at || to <= at : from >= at || to < at) return;
      at = forward ? to : from;
      moved = true;
      return false;
    });
  }
  return at;
}

/** step moves a range until it has moved over something that is shown. So each press
 * of a key moves the caret on the screen, and at the edge of a mark the caret stays
 * on the side that it came from. */
function step(view: EditorView, range: SelectionRange, forward: boolean, move: (range: SelectionRange) => SelectionRange) {
  const start = past(view.state, range.head, forward);
  const at = start === range.head ? range : EditorSelection.cursor(start);
  const next = move(at);
  return next.head === at.head ? range : next;
}

type Move = (view: EditorView, range: SelectionRange, forward: boolean) => SelectionRange;
const byChar: Move = (view, range, forward) => view.moveByChar(range, forward);
const byGroup: Move = (view, range, forward) => view.moveByGroup(range, forward);

const travel =
  (left: boolean, extend: boolean, move: Move): Command =>
  (view) => {
    const forward = (view.textDirectionAt(view.state.selection.main.head) === 0) !== left;
    const ranges = view.state.selection.ranges.map((range) => {
      if (!extend && !range.empty) return EditorSelection.cursor(forward ? range.to : range.from);
      const next = step(view, range, forward, (from) => move(view, from, forward));
      return extend ? EditorSelection.range(range.anchor, next.head, next.goalColumn) : EditorSelection.cursor(next.head, next.assoc);
    });
    view.dispatch({
      selection: EditorSelection.create(ranges, view.state.selection.mainIndex),
      scrollIntoView: true,
      userEvent: "select",
    });
    return true;
  };

/** Erases what is shown before or behind the caret, past what is hidden there. */
const erase =
  (forward: boolean, command: Command): Command =>
  (view) => {
    const { main } = view.state.selection;
    if (main.empty && !view.compositionStarted) {
      const at = past(view.state, main.head, forward);
      if (at !== main.head) view.dispatch({ selection: { anchor: at } });
    }
    return command(view);
  };

const keys = [
  { key: "ArrowLeft", run: travel(true, false, byChar), shift: travel(true, true, byChar) },
  { key: "ArrowRight", run: travel(false, false, byChar), shift: travel(false, true, byChar) },
  { key: "Mod-ArrowLeft", mac: "Alt-ArrowLeft", run: travel(true, false, byGroup), shift: travel(true, true, byGroup) },
  { key: "Mod-ArrowRight", mac: "Alt-ArrowRight", run: travel(false, false, byGroup), shift: travel(false, true, byGroup) },
  { key: "Backspace", run: erase(false, deleteCharBackward), shift: erase(false, deleteCharBackward) },
  { key: "Delete", run: erase(true, deleteCharForward) },
  { key: "Mod-Backspace", mac: "Alt-Backspace", run: erase(false, deleteGroupBackward) },
  { key: "Mod-Delete", mac: "Alt-Delete", run: erase(true, deleteGroupForward) },
];

const readingView: Extension = [
  EditorView.decorations.of((view) => view.state.field(hiddenNow).pieces),
  EditorView.atomicRanges.of((view) => view.state.field(hiddenNow).atoms),
  EditorView.editorAttributes.of({ class: "pm-reading" }),
  Prec.highest(keymap.of(keys)),
  erasing,
];

const view = new Compartment();

/** textView shows the text in one of its two views. */
export const textView = (which: TextView): Extension => [hiddenNow, view.of(which === "reading" ? readingView : [])];

/** isReading reports whether brackets are hidden. */
export const isReading = (state: EditorState): boolean => view.get(state) === readingView;

/** turnTo changes the view. What stands at the caret, or at the top when the caret is
 * not on the screen, stays where it is on the screen. */
export function turnTo(editor: EditorView, which: TextView): void {
  const { scrollDOM, state } = editor;
  const port = scrollDOM.getBoundingClientRect();
  const caret = state.selection.main.head;
  let at = caret;
  let place = editor.coordsAtPos(caret);
  if (!place || place.top < port.top || place.bottom > port.bottom) {
    at = editor.posAtCoords({ x: port.left + port.width / 3, y: port.top + 30 }, false);
    place = editor.coordsAtPos(at);
  }
  const margin = place ? place.top - port.top : 0;
  const atoms = state.field(hiddenNow).atoms;
  let head = caret;
  if (which === "reading") {
    atoms.between(caret, caret, (from, to) => {
      if (from < caret && caret < to) head = to;
    });
  }
  editor.dispatch({
    effects: [
      view.reconfigure(which === "reading" ? readingView : []),
      ...(place ? [EditorView.scrollIntoView(at, { y: "start", yMargin: Math.max(0, margin) })] : []),
    ],
    ...(head !== caret ? { selection: EditorSelection.cursor(head) } : {}),
  });
}
