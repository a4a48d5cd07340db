import { StateEffect, StateField, type Extension } from "@codemirror/state";
import { Decoration, EditorView, type DecorationSet } from "@codemirror/view";
import type { Range } from "../engine/protocol.gen.ts";

/** lightUp lights up ranges of the text, in place of those before. */
export const lightUp = StateEffect.define<readonly Range[]>();

const lit = Decoration.mark({ class: "pm-lit" });

/** What a panel points at, lit up in the text. */
export const lights: Extension = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(set, tr) {
    for (const effect of tr.effects) {
      if (!effect.is(lightUp)) continue;
      return Decoration.set(
        effect.value.filter(({ from, to }) => from < to).map(({ from, to }) => lit.range(from, to)),
        true,
      );
    }
    return tr.docChanged ? set.map(tr.changes) : set;
  },
  provide: (field) => EditorView.decorations.from(field),
});
