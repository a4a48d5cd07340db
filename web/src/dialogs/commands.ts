import { openPicked } from "../files/choosing.ts";
import { goBack } from "../files/workspace.ts";
import type { Command } from "../services/commands.ts";
import { bring } from "../services/loading.ts";

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

const linking = () => bring(() => import("../files/linking.ts"));
const workspace = () => bring(() => import("./workspace.ts"));

/** What is done with documents, their histories and links to them. */
export const documentCommands: readonly Command[] = [
  {
    id: "documents",
    key: "Alt-p",
    title: (w) => w.documents.open,
    run: async () => (await bring(() => import("./documents.ts")))?.showDocuments(),
  },
  { id: "lastDocument", key: "Alt-Shift-p", title: (w) => w.documents.last, run: () => void goBack() },
  {
    id: "history",
    key: "Alt-h",
    title: (w) => w.documents.history.open,
    run: async () => (await bring(() => import("./history.ts")))?.showHistory(),
  },
  { id: "nameVersion", title: (w) => w.documents.history.name, run: async () => (await workspace())?.nameVersion() },
  {
    id: "linkDocument",
    title: (w) => w.documents.link.copyDocument,
    run: async () => (await linking())?.copyDocumentLink(),
  },
  { id: "linkPlace", title: (w) => w.documents.link.copyPlace, run: async () => (await linking())?.copyPlaceLink() },
  {
    id: "exportWorkspace",
    title: (w) => w.documents.export.command,
    run: async () => (await workspace())?.exportWorkspace(),
  },
  { id: "importWorkspace", title: (w) => w.documents.import.command, run: () => void openPicked() },
];
