import type { Command } from "../services/commands.ts";
import { bring } from "../services/loading.ts";
import type { Section } from "./help.ts";

declare module "../services/commands.ts" {
  interface CommandIds extends Record<"palette" | `help-${Section}`, true> {}
}

const help = async (section: Section): Promise<void> => (await bring(() => import("./help.ts")))?.showHelp(section);

/** The ways to find out what one can do. */
export const helpCommands: readonly Command[] = [
  {
    id: "palette",
    key: ["Mod-Shift-p", "Mod-k"],
    title: (w) => w.keys.palette,
    run: async () => (await bring(() => import("../palette/palette.ts")))?.showPalette(),
  },
  ...(["guideline", "language", "keys", "rules", "about"] as const).map(
    (section): Command => ({
      id: `help-${section}`,
      // Outside the text ? lists the keys; F1 does so everywhere.
      ...(section === "keys" ? { key: ["F1", "?"] } : {}),
      title: (w) => w.help.open[section],
      run: () => void help(section),
    }),
  ),
];
