import type { Command } from "../services/commands.ts";
import { navigation } from "../services/navigation.ts";
import { of } from "../services/service.ts";
import { openViews } from "./views.ts";

declare module "../services/commands.ts" {
  interface CommandIds extends Record<"outline" | "practiceTable" | "practiceFlow", true> {}
}

/** What is done with the outline and the views of the practices. */
export const panelCommands: readonly Command[] = [
  {
    id: "outline",
    key: "Alt-o",
    title: (w) => w.panels.outline.toggle,
    run: () => of(navigation).bring("outline"),
  },
  { id: "practiceTable", title: (w) => w.panels.views.table, run: () => void openViews("table") },
  { id: "practiceFlow", title: (w) => w.panels.views.flow, run: () => void openViews("flow") },
];
