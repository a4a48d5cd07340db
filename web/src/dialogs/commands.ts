import { openPicked } from "../files/choosing.ts";
import { copyDocumentLink, copyPlaceLink } from "../files/linking.ts";
import { goBack } from "../files/workspace.ts";
import type { Command } from "../services/commands.ts";
import { exportWorkspace, nameVersion } from "./workspace.ts";

declare module "../services/commands.ts" {
  interface CommandIds
    extends Record<
      | "documents"
      | "lastDocument"
      | "history"
      | "nameVersion"
      | "linkDocument"
      | "linkPlace"
      | "exportWorkspace"
      | "importWorkspace",
      true
    > {}
}

/** What is done with documents, their histories and links to them. */
export const documentCommands: readonly Command[] = [
  {
    id: "documents",
    key: "Alt-p",
    title: (w) => w.documents.open,
    run: async () => (await import("./documents.ts")).showDocuments(),
  },
  { id: "lastDocument", key: "Alt-Shift-p", title: (w) => w.documents.last, run: () => void goBack() },
  {
    id: "history",
    key: "Alt-h",
    title: (w) => w.documents.history.open,
    run: async () => (await import("./history.ts")).showHistory(),
  },
  { id: "nameVersion", title: (w) => w.documents.history.name, run: () => void nameVersion() },
  { id: "linkDocument", title: (w) => w.documents.link.copyDocument, run: () => void copyDocumentLink() },
  { id: "linkPlace", title: (w) => w.documents.link.copyPlace, run: () => void copyPlaceLink() },
  { id: "exportWorkspace", title: (w) => w.documents.export.command, run: () => void exportWorkspace() },
  { id: "importWorkspace", title: (w) => w.documents.import.command, run: () => void openPicked() },
];
