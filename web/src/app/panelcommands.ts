import { openViews } from "../panels/views.ts";
import type { Words } from "../words/words.ts";
import type { Command } from "./commands.ts";
import { panelIds } from "./panelids.ts";

/** The commands of the panels. */
export const panelCommands: readonly Command[] = [
  {
    id: "outline",
    key: "Alt-o",
    title: (w: Words) => w.panels.outline.toggle,
    run: (bench) => bench.turnTo("outline"),
  },
  ...panelIds.map((id) => ({
    id: `panel-${id}`,
    title: (w: Words) => w.panels.toPanel(w.panes[id]),
    run: (bench: Parameters<Command["run"]>[0]) => bench.turnTo(id, true),
  })),
  { id: "practiceTable", title: (w: Words) => w.panels.views.table, run: (bench) => void openViews(bench, "table") },
  { id: "practiceFlow", title: (w: Words) => w.panels.views.flow, run: (bench) => void openViews(bench, "flow") },
];
