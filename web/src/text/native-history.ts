import { ViewPlugin, type EditorView, type ViewUpdate } from "@codemirror/view";

/** How many native steps may gather. */
const most = 100;
/** After so many milliseconds in which nothing is done they are dropped. */
const pause = 500;

/**
 * Beside the editor's history the browser keeps one of its own, up to a thousand steps.
 * Nobody can use it, and each step holds on to the lines as they were drawn then: tens of
 * megabytes after an hour of typing. A browser forgets it when the element leaves the
 * page; so once enough has gathered, in a pause, the text is taken out and put back in
 * the same moment, with the focus and the caret where they were.
 */
export const nativeHistory = ViewPlugin.fromClass(
  class {
    private steps = 0;
    /** What is typed without a move of the caret in between is one step. */
    private hasMoved = true;
    private timer = 0;

    constructor(private readonly view: EditorView) {}

    update({ selectionSet, docChanged }: ViewUpdate): void {
      if (selectionSet && !docChanged) this.hasMoved = true;
    }

    count(): void {
      if (this.hasMoved) this.steps++;
      this.hasMoved = false;
      this.wait();
    }

    wait(): void {
      clearTimeout(this.timer);
      if (this.steps >= most) this.timer = window.setTimeout(() => this.drop(), pause);
    }

    private drop(): void {
      const { view } = this;
      const { contentDOM } = view;
      // Elsewhere the caret would not be there for a key that follows the focus at once.
      if (!view.hasFocus || view.compositionStarted) return;
      this.steps = 0;
      contentDOM.parentNode!.insertBefore(contentDOM, contentDOM.nextSibling);
      view.focus();
    }

    destroy(): void {
      clearTimeout(this.timer);
    }
  },
  {
    eventObservers: {
      input() {
        this.count();
      },
      keydown() {
        this.wait();
      },
      pointerdown() {
        this.wait();
      },
      focus() {
        this.wait();
      },
      compositionend() {
        this.wait();
      },
    },
  },
);
