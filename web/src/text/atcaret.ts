import { Prec, type EditorState, type Extension } from "@codemirror/state";
import { Decoration, type EditorView, ViewPlugin, type DecorationSet, type ViewUpdate } from "@codemirror/view";
import { showReport } from "../analysis/report.ts";
import { byKind } from "./kinds.ts";
import { markAround } from "./marks.ts";

const rings = byKind((kind) => Decoration.mark({ class: `pm-at-caret pm-at-caret-${kind}` }));

function ring(state: EditorState): DecorationSet {
  const { main } = state.selection;
  const target = main.empty ? markAround(state, main.head) : undefined;
  return target ? Decoration.set(rings[target.kind].range(target.from, target.to)) : Decoration.none;
}

/** ringAtCaret draws a ring around the mark that the caret is in, so that one sees
 * what the keys that adjust it mean, and where typed text goes. It is the outermost of
 * all decorations, which would cut it in pieces. */
export const ringAtCaret: Extension = Prec.lowest(
  ViewPlugin.fromClass(
    class {
      ring: DecorationSet = Decoration.none;
      constructor(view: EditorView) {
        this.ring = ring(view.state);
      }
      update(update: ViewUpdate) {
        if (update.docChanged) this.ring = this.ring.map(update.changes);
        // An input method's text must not be drawn anew under its hands.
        if (update.view.compositionStarted) return;
        const reported = update.transactions.some((tr) => tr.effects.some((effect) => effect.is(showReport)));
        if (update.selectionSet || update.docChanged || reported) this.ring = ring(update.state);
      }
    },
    { decorations: (plugin) => plugin.ring },
  ),
);
