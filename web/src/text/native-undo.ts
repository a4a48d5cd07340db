import { EditorView } from "@codemirror/view";

/**
 * A browser keeps a history of its own of what is typed into an element: up to a thousand
 * steps, with every element that they replaced, which for marked text comes to tens of
 * megabytes. Nobody asks for it, since the editor has a history. It is let go when the
 * element leaves the page, which goes unnoticed while the keyboard is elsewhere.
 */
export const forgetNativeUndo = EditorView.domEventHandlers({
  blur(_, view) {
    // Not before the keyboard is where it goes.
    setTimeout(() => {
      const { contentDOM, root, state } = view;
      const { parentNode, nextSibling } = contentDOM;
      // A window that is not in front has its focus in the text still; what is selected
      // may be about to be copied.
      if (!parentNode || root.activeElement === contentDOM || view.composing || !state.selection.main.empty) return;
      parentNode.removeChild(contentDOM);
      parentNode.insertBefore(contentDOM, nextSibling);
    });
  },
});
