import {
  findClusterBreak,
  RangeSetBuilder,
  StateField,
  type EditorState,
  type Extension,
  type Text,
} from "@codemirror/state";
import { Decoration, EditorView, type DecorationSet } from "@codemirror/view";
import type { Mark } from "../engine/protocol.gen.ts";
import { known, range, showReport } from "../analysis/report.ts";
import { byKind } from "./kinds.ts";

/** No more marks than this are coloured at once; a screen of text has far fewer. */
const most = 3000;

/** The line below a mark stands under those of the marks in it, up to so many. */
const layers = 2;

/** The decorations of a kind's marks, by how many layers of marks they hold. */
const body = byKind((kind) =>
  Array.from({ length: layers + 1 }, (_, held) => Decoration.mark({ class: `pm-mark pm-${kind} pm-holds-${held}` })),
);

/** How many layers of marks each mark holds; marks come in the order of the text. */
function layersHeld(marks: readonly Mark[]): number[] {
  const held = marks.map(() => 0);
  const around: number[] = [];
  marks.forEach((mark, i) => {
    while (around.length > 0 && marks[around.at(-1)!]!.to <= mark.from) around.pop();
    for (let up = 1; up <= Math.min(layers, around.length); up++) {
      const outer = around.at(-up)!;
      held[outer] = Math.max(held[outer]!, up);
    }
    around.push(i);
  });
  return held;
}

const bracket = byKind((kind) => Decoration.mark({ class: `pm-bracket pm-bracket-${kind}` }));

const hidden = Decoration.mark({ class: "pm-hidden" });

/** Keeps a bracket on the line of the character it stands at. */
const together = Decoration.mark({ class: "pm-together" });

/** The places after the first and before the last character of a mark's text. */
function edges(doc: Text | null, { from, to }: Mark): { first: number; last: number } | null {
  const reach = 12;
  if (!doc || to - from < 3 || to > doc.length) return null;
  const head = doc.sliceString(from + 1, Math.min(to - 1, from + 1 + reach));
  const tail = doc.sliceString(Math.max(from + 1, to - 1 - reach), to - 1);
  return {
    first: from + 1 + findClusterBreak(head, 0),
    last: to - 1 - (tail.length - findClusterBreak(tail, tail.length, false)),
  };
}

interface Piece {
  from: number;
  to: number;
  rank: number;
  decoration: Decoration;
}

/** paint draws the marks of a report; doc is its text, where it still is the
 * editor's. */
function paint(
  marks: readonly Mark[],
  escapes: readonly { from: number; to: number }[],
  doc: Text | null,
): DecorationSet {
  const pieces: Piece[] = [];
  const held = layersHeld(marks);
  for (const [i, mark] of marks.entries()) {
    if (pieces.length >= most * 3) continue;
    pieces.push({ from: mark.from, to: mark.to, rank: mark.depth, decoration: body[mark.kind][held[i]!]! });
    const edge = edges(doc, mark);
    if (edge && edge.first < edge.last) {
      pieces.push({ from: mark.from, to: edge.first, rank: 40, decoration: together });
      pieces.push({ from: edge.last, to: mark.to, rank: 40, decoration: together });
    } else if (edge) {
      pieces.push({ from: mark.from, to: mark.to, rank: 40, decoration: together });
    }
    pieces.push({ from: mark.from, to: mark.from + 1, rank: 50, decoration: bracket[mark.kind] });
    if (mark.innerTo < mark.to - 1) {
      pieces.push({ from: mark.innerTo, to: mark.to - 1, rank: 50, decoration: hidden });
    }
    pieces.push({ from: mark.to - 1, to: mark.to, rank: 50, decoration: bracket[mark.kind] });
  }
  for (const { from, to } of escapes) {
    if (pieces.length >= most * 4) break;
    pieces.push({ from, to, rank: 50, decoration: hidden });
  }
  pieces.sort((a, b) => a.from - b.from || b.to - a.to || a.rank - b.rank);
  const builder = new RangeSetBuilder<Decoration>();
  for (const { from, to, decoration } of pieces) if (from < to) builder.add(from, to, decoration);
  return builder.finish();
}

/** The colours of the marks that are on the screen: moved with the text in the
 * same frame, drawn anew with each report. */
export const markColours: Extension = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(colours, tr) {
    for (const effect of tr.effects) {
      if (!effect.is(showReport)) continue;
      const { report, since } = effect.value;
      if (!report) return Decoration.none;
      const fresh = paint(report.marks, report.hidden, since ? null : tr.state.doc);
      return since ? fresh.map(since) : fresh;
    }
    return tr.docChanged ? colours.map(tr.changes) : colours;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** PlacedMark is a mark where it stands now. */
export interface PlacedMark extends Mark {
  /** Where the text in it begins. */
  innerFrom: number;
}

/** marksIn returns the known marks that touch a range, outermost first. */
export function marksIn(state: EditorState, from: number, to: number): PlacedMark[] {
  const found: PlacedMark[] = [];
  const { report, drift } = state.field(known);
  for (const mark of report?.marks ?? []) {
    const now = range(state, mark);
    if (!now || now.to < from || now.from > to) continue;
    // What was typed at its edge since the report is text of the mark, not bracket.
    const place = (at: number, side: 1 | -1) =>
      Math.max(now.from, Math.min(now.to, drift ? drift.mapPos(at, side) : at));
    found.push({ ...mark, ...now, innerFrom: place(mark.from + 1, -1), innerTo: place(mark.innerTo, 1) });
  }
  return found;
}

/** markAround returns the innermost known mark that a place lies inside of. */
export function markAround(state: EditorState, at: number): PlacedMark | undefined {
  let best: PlacedMark | undefined;
  for (const mark of marksIn(state, at, at)) {
    if (mark.from < at && at < mark.to && (!best || mark.depth > best.depth)) best = mark;
  }
  return best;
}
