import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { EngineError } from "../engine/engine-error.ts";
import type { Range } from "../engine/protocol.gen.ts";
import type { CommandOf, DeskCommandId } from "./desk-commands.ts";
import type { Desk } from "./desk.ts";
import { isReading } from "./reading.ts";

/** How a text is copied: with its marks, or without. */
export type CopyFormat = "plain" | "markup";

/** CopyDesk is a desk from which text is copied. */
export interface CopyDesk extends Desk {
  /** In which format the copy key copies: as the view shows it, or always in one. */
  readonly settings: { readonly copies: CopyFormat | "view" };
}

/** The format in which the copy key copies: the chosen one, or that of the view. */
const formatOf = (desk: CopyDesk): CopyFormat =>
  desk.settings.copies === "view" ? (isReading(desk.view.state) ? "plain" : "markup") : desk.settings.copies;

/** What is copied: the selection, or the line of the caret where there is none. */
function chosen({ view }: Desk): Range {
  const { selection, doc } = view.state;
  if (!selection.main.empty) return selection.main;
  const line = doc.lineAt(selection.main.head);
  return { from: line.from, to: Math.min(doc.length, line.to + 1) };
}

/** plainOf asks the engine for the plain text of a range. */
async function plainOf(desk: CopyDesk, { from, to }: Range): Promise<string> {
  await desk.analysis.upToDate();
  const { version } = desk.analysis;
  return (await desk.engine.plain({ version, lang: desk.lang, from, to })).text;
}

/** put puts a text that is still to come on the clipboard. The browser is asked at
 * once, for it lets a page write only while it handles a key or a click. */
async function put(text: Promise<string>): Promise<void> {
  if ("write" in (navigator.clipboard ?? {}) && "ClipboardItem" in window) {
    const blob = text.then((plain) => new Blob([plain], { type: "text/plain" }));
    await navigator.clipboard.write([new ClipboardItem({ "text/plain": blob })]);
    return;
  }
  await navigator.clipboard.writeText(await text);
}

/** copyAs copies what is selected, with its marks or without, and says so; false when
 * the browser or the engine would not. */
async function copyAs(desk: CopyDesk, format: CopyFormat): Promise<boolean> {
  const range = chosen(desk);
  try {
    await put(
      format === "plain"
        ? plainOf(desk, range)
        : Promise.resolve(desk.view.state.doc.sliceString(range.from, range.to)),
    );
    desk.say(desk.words.text.copied[format]);
    return true;
  } catch (error) {
    desk.say(error instanceof EngineError ? desk.words.done.notNow : desk.words.text.copyFailed, "refusal");
    return false;
  }
}

/** copying lets the keys and the menus of the browser copy in the chosen format. With
 * marks the editor does it by itself. */
export function copying(desk: CopyDesk): Extension {
  const take = (event: ClipboardEvent, view: EditorView, cut: boolean): boolean => {
    if (formatOf(desk) === "markup") return false;
    event.preventDefault();
    const { state } = view;
    const range = chosen(desk);
    void copyAs(desk, "plain").then((copied) => {
      // Nothing is cut that was not copied, or that has changed since.
      if (cut && copied && view.state.doc === state.doc) {
        view.dispatch({ changes: range, scrollIntoView: true, userEvent: "delete.cut" });
      }
    });
    return true;
  };
  return EditorView.domEventHandlers({
    copy: (event, view) => take(event, view, false),
    cut: (event, view) => !view.state.readOnly && take(event, view, true),
  });
}

/** The commands that copy in one of the two forms. */
export const copyingCommands: readonly CommandOf<CopyDesk, DeskCommandId>[] = [
  {
    id: "copyPlain",
    key: "Mod-Shift-c",
    title: (w) => w.text.commands.copyPlain,
    run: (desk) => void copyAs(desk, "plain"),
  },
  { id: "copyMarkup", title: (w) => w.text.commands.copyMarkup, run: (desk) => void copyAs(desk, "markup") },
];
