import { ViewPlugin, type EditorView, type ViewUpdate } from "@codemirror/view";

/** How many native steps may gather. */
const most = 100;
/** After so many milliseconds in which nothing is done they are dropped. */
const pause = 500;

/** Whether the browser is Chromium, which alone tells of itself so: of others it is not
 * known that they forget. On a phone the keyboard would go and come back. */
const forgets =
  (globalThis.navigator as { userAgentData?: { mobile: boolean } } | undefined)?.userAgentData?.mobile === false;

/**
 * Beside the editor's history the browser keeps one of its own, up to a thousand steps.
 * Nobody can use it, and each step holds on to the lines as they were drawn then: tens of
 * megabytes after an hour of typing. Chromium forgets it when the element leaves the
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
      this.hold();
      if (forgets && this.steps >= most) this.timer = window.setTimeout(() => this.drop(), pause);
    }

    /** What is being dragged is left alone. */
    hold(): void {
      clearTimeout(this.timer);
    }

    private drop(): void {
      const { view } = this;
      const { contentDOM } = view;
      // Elsewhere the caret would not be there for a key that follows the focus at once.
      if (!view.hasFocus || view.compositionStarted) return;
      this.steps = 0;
      const selection = (view.root as Document).getSelection();
      const { anchorNode, anchorOffset, focusNode, focusOffset } = selection ?? {};
      contentDOM.parentNode!.insertBefore(contentDOM, contentDOM.nextSibling);
      view.focus();
      if (anchorNode && focusNode) selection!.setBaseAndExtent(anchorNode, anchorOffset!, focusNode, focusOffset!);
    }

    destroy(): void {
      this.hold();
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
        this.hold();
      },
      pointerup() {
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
