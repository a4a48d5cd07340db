import type { EditorState } from "@codemirror/state";
import type { Range } from "../engine/protocol.gen.ts";

/** No word is longer, and a line can be a megabyte: look no further than this. */
const reach = 200;

const words = new Intl.Segmenter(["zh", "en"], { granularity: "word" });

/** wordAt returns the word at a place, as the browser's dictionary cuts the line;
 * null between words. A caret at the end of a word means that word. */
export function wordAt(state: EditorState, at: number): Range | null {
  const line = state.doc.lineAt(at);
  const start = Math.max(line.from, at - reach);
  const text = state.doc.sliceString(start, Math.min(line.to, at + reach));
  let before: Range | null = null;
  for (const { segment, index, isWordLike } of words.segment(text)) {
    const from = start + index;
    const to = from + segment.length;
    if (!isWordLike) continue;
    if (from <= at && at < to) return { from, to };
    if (to === at) before = { from, to };
    if (from > at) break;
  }
  return before;
}

/** wordEdge returns the next place ahead of one, or behind it, where a word ends that lies in
 * that direction; null when its line has none within reach. */
export function wordEdge(state: EditorState, at: number, forward: boolean): number | null {
  const line = state.doc.lineAt(at);
  const start = Math.max(line.from, at - reach);
  const text = state.doc.sliceString(start, Math.min(line.to, at + reach));
  let last: number | null = null;
  for (const { segment, index, isWordLike } of words.segment(text)) {
    if (!isWordLike) continue;
    const from = start + index;
    const to = from + segment.length;
    if (forward && to > at) return to;
    if (!forward && from >= at) break;
    last = from;
  }
  return forward ? null : last;
}
