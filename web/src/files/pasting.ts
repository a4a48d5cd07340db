import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { desk } from "../services/desk.ts";
import { engineStatus } from "../services/engine-status.ts";
import { of } from "../services/service.ts";
import { pasteProse } from "../text/prose.ts";
import { isReading } from "../text/reading.ts";
import { openFile, openText } from "./opening.ts";
import { webText } from "./webtext.ts";

/** pasting opens what is pasted into an empty document, and reads what comes from
 * a web page with its structure; dropped files are opened. */
export const pasting: Extension = EditorView.domEventHandlers({
  paste(event, view) {
    const data = event.clipboardData;
    if (!data || view.compositionStarted) return false;
    const file = data.files[0];
    const plain = data.getData("text/plain");
    if (file && !plain) {
      event.preventDefault();
      void openFile(file);
      return true;
    }
    const structured = webText(data.getData("text/html"));
    if (view.state.doc.length === 0 && plain.includes("\n")) {
      event.preventDefault();
      void openText(structured ?? plain);
      return true;
    }
    if (isReading(view.state) && of(engineStatus).state !== "failed") {
      // Who reads pastes what one reads: its brackets are no marks.
      event.preventDefault();
      void pasteProse(of(desk), (structured ?? plain).replace(/\r\n?/g, "\n"));
      return true;
    }
    if (structured === null || !plain.includes("\n")) return false;
    event.preventDefault();
    view.dispatch({
      ...view.state.replaceSelection(structured.trimEnd()),
      scrollIntoView: true,
      userEvent: "input.paste",
    });
    return true;
  },
  drop(event) {
    // The page opens files wherever they are dropped; the editor would insert them.
    return (event.dataTransfer?.files.length ?? 0) > 0;
  },
});
