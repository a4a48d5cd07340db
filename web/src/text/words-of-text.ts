import { EditorSelection, type EditorState, type Extension, type SelectionRange } from "@codemirror/state";
import { EditorView, type Command, type KeyBinding, type MouseSelectionStyle } from "@codemirror/view";
import type { Range } from "../engine/protocol.gen.ts";
import { wordAt, wordEdge } from "./word.ts";

// Chinese is written without spaces: what a double click chooses and what Ctrl with an arrow
// moves over is a word as the dictionary of the browser knows it, not a clause.

const chinese = /\p{Script=Han}/u;

/** moveByWord moves a range over a word: a Chinese one by the dictionary, any other as the
 * editor does. */
export function moveByWord(view: EditorView, range: SelectionRange, forward: boolean): SelectionRange {
  const group = view.moveByGroup(range, forward);
  const [from, to] = [Math.min(range.head, group.head), Math.max(range.head, group.head)];
  if (!chinese.test(view.state.sliceDoc(from, Math.min(to, from + 1000)))) return group;
  const at = wordEdge(view.state, range.head, forward);
  return at !== null && from <= at && at <= to ? EditorSelection.cursor(at, forward ? -1 : 1) : group;
}

/** wordUnder returns the word at a place, else what stands there together, else nothing. */
function wordUnder(state: EditorState, at: number): Range {
  const word = wordAt(state, at);
  if (word && chinese.test(state.sliceDoc(word.from, word.to))) return word;
  const { from, to } = state.wordAt(at) ?? { from: at, to: at };
  return { from, to };
}

const placeOf = (view: EditorView, event: MouseEvent) =>
  view.posAtCoords({ x: event.clientX, y: event.clientY }, false);

/** byWords chooses whole words from a double click on, and more of them while it is dragged. */
function byWords(view: EditorView, event: MouseEvent): MouseSelectionStyle | null {
  if (event.detail !== 2 || event.button !== 0) return null;
  let first = wordUnder(view.state, placeOf(view, event));
  if (!chinese.test(view.state.sliceDoc(first.from, first.to))) return null;
  return {
    get(now, extend) {
      const last = wordUnder(view.state, placeOf(view, now));
      const back = last.from < first.from;
      const range = back
        ? EditorSelection.range(Math.max(first.to, last.to), last.from)
        : EditorSelection.range(first.from, Math.max(first.to, last.to));
      const { main } = view.state.selection;
      return EditorSelection.create([extend ? main.extend(range.from, range.to) : range]);
    },
    update({ changes }) {
      first = { from: changes.mapPos(first.from), to: changes.mapPos(first.to) };
    },
  };
}

const travel =
  (left: boolean, extend: boolean): Command =>
  (view) => {
    const { main } = view.state.selection;
    const forward = (view.textDirectionAt(main.head) === 0) !== left;
    // What is selected is left at its end first, as every editor does.
    const to =
      main.empty || extend ? moveByWord(view, main, forward) : EditorSelection.cursor(forward ? main.to : main.from);
    view.dispatch({
      selection: extend ? EditorSelection.range(main.anchor, to.head) : EditorSelection.cursor(to.head, to.assoc),
      scrollIntoView: true,
      userEvent: "select",
    });
    return true;
  };

/** wordsByMouse lets a double click choose Chinese words. */
export const wordsByMouse: Extension = EditorView.mouseSelectionStyle.of(byWords);

/** wordKeys are the keys that move over a word. */
export const wordKeys: readonly KeyBinding[] = [
  { key: "Mod-ArrowLeft", mac: "Alt-ArrowLeft", run: travel(true, false), shift: travel(true, true) },
  { key: "Mod-ArrowRight", mac: "Alt-ArrowRight", run: travel(false, false), shift: travel(false, true) },
];
