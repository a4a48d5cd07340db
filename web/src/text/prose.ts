import { EditorSelection, type EditorState, type Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import type { Desk } from "./desk.ts";
import { kinds } from "./kinds.ts";
import { markAround } from "./marks.ts";
import { isReading } from "./reading.ts";
import { carryOut } from "./verb.ts";

/** What is markup when it is typed, and so gets a backslash in the reading view, where
 * a person types what one reads. */
const signs = new Set(["\\", ...kinds.flatMap(({ open, close }) => [open, close])]);
const signsInMark = new Set([...signs, "|"]);

const isSign = (state: EditorState, at: number, text: string) =>
  text.length === 1 && (markAround(state, at) ? signsInMark : signs).has(text);

/** proseTyping makes what is typed in the reading view prose: a bracket there is a
 * bracket that one reads. */
export const proseTyping: Extension = EditorView.inputHandler.of((view, from, to, text) => {
  const { state } = view;
  if (!isReading(state) || view.compositionStarted || !isSign(state, from, text)) return false;
  view.dispatch({
    changes: { from, to, insert: `\\${text}` },
    selection: EditorSelection.cursor(from + 2),
    scrollIntoView: true,
    userEvent: "input.type",
  });
  return true;
});

/** pasteProse puts a text in as prose, in place of the selection. */
export async function pasteProse(desk: Desk, text: string): Promise<void> {
  const { main } = desk.view.state.selection;
  await carryOut(desk, {
    event: "input.paste",
    ask: (engine, version) => engine.insert({ version, lang: desk.lang, from: main.from, to: main.to, text }),
    done: () => desk.words.text.pasted,
  });
}
