import type { Command } from "../app/commands.ts";
import { openAlike } from "../alike/alike.ts";
import { copyAs } from "./copying.ts";
import { adjustingCommands, edgeCommands } from "./desk-commands.ts";
import { printText } from "./printing.ts";

/** The commands of the text and its marks. */
export const textCommands: readonly Command[] = [
  ...adjustingCommands,
  { id: "alike", key: "Mod-Shift-l", title: (w) => w.text.commands.alike, run: (bench) => void openAlike(bench) },
  {
    id: "copyPlain",
    key: "Mod-Shift-c",
    title: (w) => w.text.commands.copyPlain,
    run: (bench) => void copyAs(bench, "plain"),
  },
  { id: "copyMarkup", title: (w) => w.text.commands.copyMarkup, run: (bench) => void copyAs(bench, "markup") },
  { id: "print", key: "Mod-p", title: (w) => w.text.commands.print, run: (bench) => void printText(bench) },
  ...edgeCommands,
];
