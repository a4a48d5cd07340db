import { EditorView } from "@codemirror/view";

/** Milliseconds for the keyboard to be elsewhere. */
const pause = 300;

/**
 * A browser keeps a history of its own of what is typed into an element: up to a thousand
 * steps, with every element that they replaced, which for marked text comes to tens of
 * megabytes. Nobody asks for it, since the editor has a history. It is let go when the
 * element leaves the page, which goes unnoticed while the keyboard is elsewhere.
 */
export const forgetNativeUndo = EditorView.domEventHandlers({
  blur(_, view) {
    setTimeout(() => {
      const { contentDOM, root } = view;
      const { parentNode, nextSibling } = contentDOM;
      // A window that is not in front has its focus in the text still.
      if (!parentNode || root.activeElement === contentDOM || view.composing) return;
      parentNode.removeChild(contentDOM);
      parentNode.insertBefore(contentDOM, nextSibling);
    }, pause);
  },
});
