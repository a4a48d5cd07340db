import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";

/** Milliseconds between two checks of whether the editor has taken in the composed text. */
const pause = 20;

/** Composition says whether an input method composes in an editor; until it ends, nobody
 * else may change the text. It lasts until the editor has taken in the composed text, a moment
 * after the browser's event; then ended is called. */
export class Composition {
  private composing = false;

  constructor(
    private readonly view: () => EditorView | null,
    private readonly ended: () => void,
  ) {}

  readonly extension: Extension = EditorView.domEventObservers({
    compositionstart: () => void (this.composing = true),
    compositionend: () => this.end(),
    blur: () => this.end(),
  });

  get isGoingOn(): boolean {
    return this.composing || (this.view()?.compositionStarted ?? false);
  }

  /** over waits until nothing is composed. */
  async over(): Promise<void> {
    while (this.isGoingOn) await new Promise((done) => setTimeout(done, pause));
  }

  private end(): void {
    if (!this.composing) return;
    this.composing = false;
    const settle = () => {
      if (this.composing) return;
      if (this.isGoingOn) setTimeout(settle, pause);
      else this.ended();
    };
    setTimeout(settle, 0);
  }
}
