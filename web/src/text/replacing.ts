import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";

/**
 * replacing puts what is typed over a selection in its place itself. The browser would
 * do so in its own way, which joins what stands on either side of a mark's edge and
 * gives it a style, and the page's policy forbids styles. What an input method composes
 * is left alone.
 */
export const replacing: Extension = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { state } = view;
    const { from, to, empty } = state.selection.main;
    const text = event.data;
    if (event.inputType !== "insertText" || !text || event.isComposing || view.compositionStarted) return false;
    if (empty || state.readOnly || state.selection.ranges.length > 1) return false;
    event.preventDefault();
    const typed = () =>
      view.state.update({ ...view.state.replaceSelection(text), userEvent: "input.type", scrollIntoView: true });
    if (!state.facet(EditorView.inputHandler).some((handle) => handle(view, from, to, text, typed)))
      view.dispatch(typed());
    return true;
  },
});
