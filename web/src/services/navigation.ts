import type { EditorView } from "@codemirror/view";
import type { Range } from "../engine/protocol.gen.ts";
import { reveal, revealNow } from "../text/revealing.ts";
import type { Words } from "../words/words.ts";
import { service } from "./service.ts";

/** PanelId names a panel: each has its name in the words of the interface. */
export type PanelId = Exclude<keyof Words["panes"], "label" | "text" | "resize">;

/** Pane is what can come to the front: the text, a panel, or the outline. */
export type Pane = "text" | "outline" | PanelId;

/** Turn asks for a pane to come to the front; focus says whether the keyboard's focus
 * goes there. */
export type Turn = CustomEvent<{ pane: Pane; focus: boolean }>;

/** Navigation shows places in the text and brings panels to the front. Event: "turn",
 * a Turn, which the frame of the page follows before the event is over. */
export class Navigation extends EventTarget {
  constructor(readonly view: EditorView) {
    super();
  }

  /** reveal selects a place of the last report and shows it: on a phone the text comes
   * to the front. focus says whether the keyboard's focus goes there too. */
  reveal(at: Range, focus = true): void {
    this.bring("text");
    reveal(this, at, focus);
  }

  /** revealNow does the same with a place of the text as it is now. */
  revealNow(at: Range): void {
    this.bring("text");
    revealNow(this, at);
  }

  /** follow selects a place of the last report as something else moves on. What is in
   * front stays there and keeps the focus. */
  follow(at: Range): void {
    reveal(this, at, false);
  }

  /** bring brings a panel, or the text, to the front. */
  bring(pane: Pane, focus = false): void {
    this.dispatchEvent(new CustomEvent("turn", { detail: { pane, focus } }) satisfies Turn);
  }
}

export const navigation = service<Navigation>("navigation");
