import { EditorSelection } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { range } from "../analysis/report.ts";
import type { Range } from "../engine/protocol.gen.ts";
import type { Desk } from "./desk.ts";

/** What showing a place needs of a desk. */
type Shown = Pick<Desk, "view" | "toFront">;

/** reveal selects a place of the last report and scrolls it into the middle; focus moves
 * the keyboard to it. Does nothing where the place is no more. */
export function reveal(desk: Shown, at: Range, focus = true): void {
  const now = range(desk.view.state, at);
  if (now) revealNow(desk, now, focus);
}

/** revealNow does the same with a place of the text as it is now. */
export function revealNow(desk: Shown, { from, to }: Range, focus = true): void {
  const { view } = desk;
  desk.toFront?.();
  view.dispatch({
    selection: EditorSelection.single(from, to),
    effects: EditorView.scrollIntoView(from, { y: "center" }),
    userEvent: "select",
  });
  if (focus) view.focus();
}
