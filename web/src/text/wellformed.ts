import { EditorState, type ChangeSpec, type Transaction } from "@codemirror/state";

const lone = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
const surrogate = /[\uD800-\uDFFF]/;

/** Half characters can be in no file: the text never holds one. What comes in with
 * a lone surrogate gets the replacement character in its place, seen at once
 * rather than on the next opening. */
export const wellFormed = EditorState.transactionFilter.of((tr: Transaction) => {
  if (!tr.docChanged) return tr;
  const repairs: ChangeSpec[] = [];
  tr.changes.iterChanges((_fromA, _toA, fromB, toB) => {
    const start = Math.max(0, fromB - 1);
    const end = Math.min(tr.newDoc.length, toB + 1);
    const text = tr.newDoc.sliceString(start, end);
    if (!surrogate.test(text)) return;
    // A pair that the slice cuts in two is whole in the text.
    const before = start > 0 ? tr.newDoc.sliceString(start - 1, start) : "";
    const after = tr.newDoc.sliceString(end, end + 1);
    for (const match of (before + text + after).matchAll(lone)) {
      const at = start - before.length + match.index;
      if (at >= start && at < end) repairs.push({ from: at, to: at + 1, insert: "\uFFFD" });
    }
  });
  return repairs.length ? [tr, { changes: repairs, sequential: true }] : tr;
});
