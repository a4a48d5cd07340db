import { isolateHistory, undo } from "@codemirror/commands";
import { EditorState, type Extension, type Text } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import type { Kind, Range } from "../engine/protocol.gen.ts";
import { kindTyped } from "./kinds.ts";

/**
 * bracketKeys lets a bracket typed over a selection mark it. Typed brackets are
 * taken before they reach the text, those of an input method too when it sends
 * them whole. What it composes is never touched: when a composition ends and has
 * put nothing but a bracket in the place of the selection, that is taken back and
 * the selection marked.
 */
export function bracketKeys(mark: (kind: Kind, at: Range) => void): Extension {
  let start: { doc: Text; at: Range } | null = null;
  let first = false;

  const settle = (view: EditorView, kind: Kind, before: { doc: Text; at: Range }) => {
    if (view.compositionStarted) {
      setTimeout(() => settle(view, kind, before), 20);
      return;
    }
    undo(view);
    if (!view.state.doc.eq(before.doc)) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: before.doc }, userEvent: "undo" });
    }
    mark(kind, before.at);
  };

  return [
    EditorView.domEventHandlers({
      beforeinput(event, view) {
        const { main } = view.state.selection;
        if (event.inputType !== "insertText" || event.isComposing || view.compositionStarted || main.empty)
          return false;
        const kind = kindTyped(event.data ?? "");
        if (!kind || view.state.readOnly) return false;
        event.preventDefault();
        mark(kind, { from: main.from, to: main.to });
        return true;
      },
    }),
    EditorView.domEventObservers({
      compositionstart(_event, view) {
        const { main } = view.state.selection;
        start = main.empty ? null : { doc: view.state.doc, at: { from: main.from, to: main.to } };
        first = start !== null;
      },
      compositionend(event, view) {
        const before = start;
        start = null;
        first = false;
        const kind = before && kindTyped(event.data);
        if (!before || !kind) return;
        setTimeout(() => {
          const { from, to } = before.at;
          const { doc } = view.state;
          const replaced =
            doc.length === before.doc.length - (to - from) + event.data.length &&
            doc.sliceString(from, from + event.data.length) === event.data;
          if (replaced) settle(view, kind, before);
        }, 0);
      },
    }),
    // What the composition replaced must come back by one undo, apart from the
    // typing before it.
    EditorState.transactionExtender.of((tr) => {
      if (!first || !tr.isUserEvent("input.type.compose")) return null;
      first = false;
      return { annotations: isolateHistory.of("before") };
    }),
  ];
}
