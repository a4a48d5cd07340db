import { EditorState, Transaction, type ChangeSpec, type Extension, type TransactionSpec } from "@codemirror/state";
import type { Range } from "../engine/protocol.gen.ts";
import { marksIn, type PlacedMark } from "./marks.ts";

/**
 * erasing keeps the brackets together that a person does not see: what is erased or
 * replaced in the reading view is what is shown there. A mark of which some text is
 * left keeps both brackets; one that loses all its text goes with it, unless other
 * text is put in its place.
 */
export const erasing: Extension = EditorState.transactionFilter.of((tr) => {
  if (!tr.docChanged || !(tr.isUserEvent("delete") || tr.isUserEvent("input"))) return tr;
  const changes: ChangeSpec[] = [];
  let differs = false;
  let caret: number | null = null;
  let drift = 0;
  tr.changes.iterChanges((from, to, _fromB, _toB, inserted) => {
    const cuts = from < to ? shownIn(tr.startState, from, to, inserted.length > 0) : [];
    if (from < to && (cuts.length !== 1 || cuts[0]!.from !== from || cuts[0]!.to !== to)) differs = true;
    // What is put in goes where the first thing shown was taken out.
    const first = cuts[0]?.from ?? from;
    if (inserted.length > 0) changes.push({ from: first, insert: inserted });
    changes.push(...cuts);
    caret = first + inserted.length + drift;
    drift += inserted.length - cuts.reduce((sum, cut) => sum + cut.to - cut.from, 0);
  });
  if (!differs || caret === null) return tr;
  const event = tr.annotation(Transaction.userEvent);
  const spec: TransactionSpec = {
    changes,
    selection: { anchor: caret },
    effects: tr.effects,
    scrollIntoView: tr.scrollIntoView,
    ...(event ? { userEvent: event } : {}),
  };
  return spec;
});

/** shownIn returns what of a range is taken out: all that is shown in it, and the
 * brackets of the marks that lose all their text. */
function shownIn(state: EditorState, from: number, to: number, replaced: boolean): Range[] {
  const marks = marksIn(state, from, to);
  const pieces = marks.flatMap(bracketsOf);
  let lo = from;
  let hi = to;
  for (let moved = true; moved; ) {
    moved = false;
    for (const piece of pieces) {
      if (piece.to === lo || (piece.from < lo && lo < piece.to)) (lo = piece.from), (moved = true);
      if (piece.from === hi || (piece.from < hi && hi < piece.to)) (hi = piece.to), (moved = true);
    }
  }
  const emptied = marks.filter(
    (m) => lo <= m.innerFrom && m.innerTo <= hi && !(replaced && m.innerFrom <= from && to <= m.innerTo),
  );
  const kept = marks.filter((m) => !emptied.includes(m)).flatMap(bracketsOf);
  const cuts = [...subtract({ from, to }, kept), ...emptied.flatMap(bracketsOf)];
  return join(cuts);
}

const bracketsOf = (m: PlacedMark): Range[] => [
  { from: m.from, to: m.innerFrom },
  { from: m.innerTo, to: m.to },
];

/** What is left of a range without others. */
function subtract(range: Range, others: readonly Range[]): Range[] {
  let left = [range];
  for (const other of others) {
    left = left.flatMap(({ from, to }) =>
      [
        { from, to: Math.min(to, other.from) },
        { from: Math.max(from, other.to), to },
      ].filter((part) => part.from < part.to),
    );
  }
  return left;
}

/** Ranges in order, those that touch made one. */
function join(ranges: Range[]): Range[] {
  const joined: Range[] = [];
  for (const range of ranges.sort((a, b) => a.from - b.from)) {
    const before = joined.at(-1);
    if (before && range.from <= before.to) before.to = Math.max(before.to, range.to);
    else joined.push({ ...range });
  }
  return joined;
}
