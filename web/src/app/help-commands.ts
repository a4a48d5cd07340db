import { bring } from "./bringing.ts";
import type { Command } from "./commands.ts";

/** The ways to find out what one can do. */
export const helpCommands: readonly Command[] = [
  {
    id: "palette",
    key: ["Mod-Shift-p", "Mod-k"],
    title: (w) => w.keys.palette,
    run: async (bench) => (await bring(bench, () => import("../palette/palette.ts")))?.showPalette(bench),
  },
];
