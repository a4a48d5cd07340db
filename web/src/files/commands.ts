import type { Command } from "../services/commands.ts";
import { openPicked } from "./choosing.ts";
import { openNew } from "./opening.ts";
import { save, saveAs } from "./saving.ts";

declare module "../services/commands.ts" {
  interface CommandIds extends Record<"open" | "save" | "saveAs" | "new", true> {}
}

/** What is done with files. */
export const fileCommands: readonly Command[] = [
  { id: "open", key: "Mod-o", title: (w) => w.toolbar.open, run: () => void openPicked() },
  { id: "save", key: "Mod-s", title: (w) => w.toolbar.save, run: () => void save() },
  { id: "saveAs", key: "Mod-Shift-s", title: (w) => w.toolbar.saveAs, run: () => void saveAs() },
  { id: "new", key: "Alt-n", title: (w) => w.toolbar.newDocument, run: openNew },
];
