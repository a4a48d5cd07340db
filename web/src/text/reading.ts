import {
  Compartment,
  EditorSelection,
  EditorState,
  findClusterBreak,
  Prec,
  RangeSet,
  RangeSetBuilder,
  RangeValue,
  StateField,
  type ChangeDesc,
  type Extension,
  type SelectionRange,
  type Text,
} from "@codemirror/state";
import { Decoration, EditorView, keymap, type Command, type DecorationSet } from "@codemirror/view";
import {
  deleteCharBackward,
  deleteCharForward,
  deleteGroupBackward,
  deleteGroupForward,
  isolateHistory,
} from "@codemirror/commands";
import type { Range, Report } from "../engine/protocol.gen.ts";
import { showReport } from "../analysis/report.ts";
import { erasing } from "./erasing.ts";
import { moveByWord } from "./words-of-text.ts";

/** The two views of a document: with brackets, or as it reads. */
export type TextView = "source" | "reading";

const gone = Decoration.replace({});

/** What is typed at either edge of a range is not part of it. */
class Closed extends RangeValue {
  override startSide = 1;
  override endSide = -1;
}
const closed = new Closed();

/** Hidden is what the reading view hides, the brackets among that, and what the caret
 * takes in one step: the same but for escapes, which are one with the character that
 * they make prose. */
interface Hidden {
  readonly pieces: DecorationSet;
  readonly brackets: RangeSet<Closed>;
  readonly atoms: RangeSet<Closed>;
}

const nothing: Hidden = { pieces: Decoration.none, brackets: RangeSet.empty, atoms: RangeSet.empty };

const moved = ({ pieces, brackets, atoms }: Hidden, by: ChangeDesc): Hidden => ({
  pieces: pieces.map(by),
  brackets: brackets.map(by),
  atoms: atoms.map(by),
});

const setOf = <Value extends RangeValue>(ranges: Range[], value: Value): RangeSet<Value> => {
  const builder = new RangeSetBuilder<Value>();
  ranges.sort((a, b) => a.from - b.from || a.to - b.to);
  for (const { from, to } of ranges) if (from < to) builder.add(from, to, value);
  return builder.finish();
};

/** The ranges that a report hides: brackets, with the qualifiers before the closing
 * one, and backslashes. */
function hide({ marks, hidden, length }: Report, doc: Text | null): Hidden {
  const brackets = marks.flatMap(({ from, to, innerTo }) => [
    { from, to: from + 1 },
    { from: innerTo, to },
  ]);
  const escapes = hidden.map(({ from, to }) => {
    const next = doc ? to + findClusterBreak(doc.sliceString(to, to + 12), 0) : to + 1;
    return { from, to: Math.min(next, length) };
  });
  return {
    pieces: setOf([...brackets, ...hidden], gone),
    brackets: setOf([...brackets], closed),
    atoms: setOf([...brackets, ...escapes], closed),
  };
}

const hiddenNow = StateField.define<Hidden>({
  create: () => nothing,
  update(value, tr) {
    for (const effect of tr.effects) {
      if (!effect.is(showReport)) continue;
      const { report, since } = effect.value;
      if (!report) return nothing;
      const fresh = hide(report, since ? null : tr.state.doc);
      return since ? moved(fresh, since) : fresh;
    }
    return tr.docChanged ? moved(value, tr.changes) : value;
  },
});

/** past returns the place behind, or before, the hidden brackets that stand at one. */
function past(state: EditorState, at: number, forward: boolean): number {
  const { brackets } = state.field(hiddenNow);
  for (let on = true; on; ) {
    on = false;
    brackets.between(at, at, (from, to) => {
      if (forward ? to <= at : from >= at) return;
      at = forward ? to : from;
      on = true;
      return false;
    });
  }
  return at;
}

/** step moves a range until it has moved over something that is shown. So each press
 * of a key moves the caret on the screen, and at the edge of a mark the caret stays
 * on the side that it came from. */
function step(
  view: EditorView,
  range: SelectionRange,
  forward: boolean,
  move: (range: SelectionRange) => SelectionRange,
) {
  const start = past(view.state, range.head, forward);
  const at = start === range.head ? range : EditorSelection.cursor(start);
  const next = move(at);
  return next.head === at.head ? range : next;
}

type Move = (view: EditorView, range: SelectionRange, forward: boolean) => SelectionRange;
const byChar: Move = (view, range, forward) => view.moveByChar(range, forward);

const travel =
  (left: boolean, extend: boolean, move: Move): Command =>
  (view) => {
    const forward = (view.textDirectionAt(view.state.selection.main.head) === 0) !== left;
    const ranges = view.state.selection.ranges.map((range) => {
      if (!extend && !range.empty) return EditorSelection.cursor(forward ? range.to : range.from);
      const next = step(view, range, forward, (from) => move(view, from, forward));
      return extend
        ? EditorSelection.range(range.anchor, next.head, next.goalColumn)
        : EditorSelection.cursor(next.head, next.assoc);
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
  {
    key: "Mod-ArrowLeft",
    mac: "Alt-ArrowLeft",
    run: travel(true, false, moveByWord),
    shift: travel(true, true, moveByWord),
  },
  {
    key: "Mod-ArrowRight",
    mac: "Alt-ArrowRight",
    run: travel(false, false, moveByWord),
    shift: travel(false, true, moveByWord),
  },
  { key: "Backspace", run: erase(false, deleteCharBackward), shift: erase(false, deleteCharBackward) },
  { key: "Delete", run: erase(true, deleteCharForward) },
  { key: "Mod-Backspace", mac: "Alt-Backspace", run: erase(false, deleteGroupBackward) },
  { key: "Mod-Delete", mac: "Alt-Delete", run: erase(true, deleteGroupForward) },
];

/** A caret before a hidden bracket belongs to the character before it: there the
 * browser composes, rather than beside what is hidden, where it would lose its place. */
const caretInText = EditorState.transactionFilter.of((tr) => {
  const { main, ranges } = tr.newSelection;
  if ((!tr.selection && !tr.docChanged) || ranges.length > 1 || !main.empty || main.assoc < 0) return tr;
  if (tr.isUserEvent("input.type.compose")) return tr;
  let { brackets } = tr.startState.field(hiddenNow);
  if (tr.docChanged) brackets = brackets.map(tr.changes);
  let before = false;
  brackets.between(main.head, main.head, (from) => {
    before ||= from === main.head;
  });
  return before
    ? [tr, { selection: EditorSelection.cursor(main.head, -1, undefined, main.goalColumn), sequential: true }]
    : tr;
});

/** What an input method replaces is erased before it begins, so that brackets in it are
 * kept together without its text being drawn anew. */
const composeOver = EditorView.domEventHandlers({
  compositionstart(_event, view) {
    const { main } = view.state.selection;
    if (main.empty) return false;
    let holds = false;
    view.state.field(hiddenNow).brackets.between(main.from, main.to, (from, to) => {
      holds ||= from < main.to && to > main.from;
    });
    if (holds) {
      view.dispatch({
        changes: { from: main.from, to: main.to },
        userEvent: "delete.selection",
        annotations: isolateHistory.of("before"),
      });
    }
    return false;
  },
});

const readingView: Extension = [
  caretInText,
  composeOver,
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
