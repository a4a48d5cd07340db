import { bring } from "./bringing.ts";
import type { Section } from "../help/help.ts";
import type { Command } from "./commands.ts";
import type { Workbench } from "./workbench.ts";

const help = async (bench: Workbench, section: Section): Promise<void> =>
  (await bring(bench, () => import("../help/help.ts")))?.showHelp(bench, section);

/** The ways to find out what one can do. */
export const helpCommands: readonly Command[] = [
  {
    id: "palette",
    key: ["Mod-Shift-p", "Mod-k"],
    title: (w) => w.keys.palette,
    run: async (bench) => (await bring(bench, () => import("../palette/palette.ts")))?.showPalette(bench),
  },
  ...(["guideline", "language", "keys", "rules", "about"] as const).map(
    (section): Command => ({
      id: `help-${section}`,
      // Outside the text ? lists the keys; F1 does so everywhere.
      ...(section === "keys" ? { key: ["F1", "?"] } : {}),
      title: (w) => w.help.open[section],
      run: (bench) => void help(bench, section),
    }),
  ),
];
