import type { Command } from "../app/commands.ts";
import type { Workbench } from "../app/workbench.ts";
import { together, words } from "../words/words.ts";
import { copyDocumentLink, copyPlaceLink } from "./linking.ts";
import { openPicked } from "./opening.ts";
import { goBack, sayFailure } from "./workspace.ts";

/** What is done with documents, their histories and links to them. */
export const documentCommands: readonly Command[] = [
  { id: "documents", key: "Alt-p", title: (w) => w.documents.open, run: (bench) => void showDocuments(bench) },
  { id: "lastDocument", key: "Alt-Shift-p", title: (w) => w.documents.last, run: (bench) => void goBack(bench) },
  { id: "history", key: "Alt-h", title: (w) => w.documents.history.open, run: (bench) => void showHistory(bench) },
  { id: "nameVersion", title: (w) => w.documents.history.name, run: (bench) => void nameVersion(bench) },
  { id: "linkDocument", title: (w) => w.documents.link.copyDocument, run: (bench) => void copyDocumentLink(bench) },
  { id: "linkPlace", title: (w) => w.documents.link.copyPlace, run: (bench) => void copyPlaceLink(bench) },
  { id: "exportWorkspace", title: (w) => w.documents.export.command, run: (bench) => void exportWorkspace(bench) },
  { id: "importWorkspace", title: (w) => w.documents.import.command, run: (bench) => void openPicked(bench) },
];

/** showDocuments opens the list of all documents. */
export async function showDocuments(bench: Workbench): Promise<void> {
  const { showDocuments } = await import("../dialogs/documents.ts");
  await showDocuments(bench);
}

/** showHistory opens the versions of the open document. */
export async function showHistory(bench: Workbench): Promise<void> {
  const { showHistory } = await import("../dialogs/history.ts");
  await showHistory(bench);
}

/** nameVersion keeps the text as it is under a name. */
export async function nameVersion(bench: Workbench): Promise<void> {
  const w = words().documents.history;
  const { askText } = await import("../dialogs/ask.ts");
  const name = await askText({ title: w.name, label: w.nameLabel, value: "", done: w.keep });
  if (name === null) return;
  const kept = await bench.history.add("named", bench.view.state.doc, name || w.unnamed);
  bench.say(kept ? w.kept(name || w.unnamed) : w.failed, kept ? "info" : "refusal");
}

/** exportWorkspace puts all documents into one file. */
export async function exportWorkspace(bench: Workbench): Promise<void> {
  const w = words().documents.export;
  const [{ exportAll }, { work, Cancelled }] = await Promise.all([
    import("./exporting.ts"),
    import("../dialogs/progress.ts"),
  ]);
  try {
    const { done, damaged } = await work(w.title, (step) => exportAll(bench, step));
    const comma = words().problems.comma;
    bench.say(
      together([w.done(done), damaged.length > 0 ? w.damaged(damaged.slice(0, 5).join(comma), damaged.length) : ""]),
      damaged.length > 0 ? "refusal" : "info",
    );
  } catch (error) {
    if (error instanceof Cancelled) bench.say(w.cancelled);
    else sayFailure(bench, error, "");
  }
}
