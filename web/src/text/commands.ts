import type { Command } from "../app/commands.ts";
import type { Words } from "../words/words.ts";
import { joinMark, moveEdge, selectMark, splitMark } from "./adjust.ts";
import { openAlike } from "./alike.ts";
import { copyAs } from "./copying.ts";
import { printText } from "./printing.ts";
import type { Step } from "./segments.ts";
import { nextUnmarked } from "./unmarked.ts";

const mac = /Mac|iPhone|iPad/.test(navigator.platform);

/** The keys that move an edge. On a Mac, Alt with an arrow moves the caret by words,
 * so that Control and Command stand in for it. */
const edgeKey = (end: boolean, arrow: string, word = false) =>
  `${mac ? "Ctrl-Cmd-" : "Alt-"}${word ? (mac ? "Alt-" : "Ctrl-") : ""}${end ? "Shift-" : ""}Arrow${arrow}`;

function edges(end: boolean, back: boolean): Command[] {
  const name = (w: Words) => w.text.commands[`${end ? "end" : "start"}${back ? "Back" : "On"}`];
  const id = `${end ? "end" : "start"}${back ? "Back" : "On"}`;
  const command = (suffix: string, key: string, title: (w: Words) => string, step: Step | "clause"): Command => ({
    id: id + suffix,
    key,
    where: "text",
    title,
    run: (bench) => moveEdge(bench, end, back, step),
  });
  return [
    command("", edgeKey(end, back ? "Left" : "Right"), name, "character"),
    command("ByWord", edgeKey(end, back ? "Left" : "Right", true), (w) => w.text.commands.byWord(name(w)), "word"),
    command("ByClause", edgeKey(end, back ? "Up" : "Down"), (w) => w.text.commands.byClause(name(w)), "clause"),
  ];
}

/** The commands of the text and its marks. */
export const textCommands: readonly Command[] = [
  { id: "selectMark", key: "Alt-5", title: (w) => w.text.commands.select, run: selectMark },
  { id: "split", key: "Alt-6", title: (w) => w.text.commands.split, run: splitMark },
  { id: "join", key: "Alt-7", title: (w) => w.text.commands.join, run: joinMark },
  {
    id: "reading",
    key: "Alt-8",
    title: (w) => w.text.commands.reading,
    run: (bench) => bench.turnView(bench.settings.textView === "reading" ? "source" : "reading"),
  },
  { id: "nextUnmarked", key: "Alt-9", title: (w) => w.text.commands.nextUnmarked, run: (bench) => void nextUnmarked(bench, bench.engine, false) },
  {
    id: "previousUnmarked",
    key: "Alt-Shift-9",
    title: (w) => w.text.commands.previousUnmarked,
    run: (bench) => void nextUnmarked(bench, bench.engine, true),
  },
  { id: "alike", key: "Mod-Shift-l", title: (w) => w.text.commands.alike, run: (bench) => void openAlike(bench) },
  { id: "copyPlain", key: "Mod-Shift-c", title: (w) => w.text.commands.copyPlain, run: (bench) => void copyAs(bench, "plain") },
  { id: "copyMarkup", title: (w) => w.text.commands.copyMarkup, run: (bench) => void copyAs(bench, "markup") },
  { id: "print", key: "Mod-p", title: (w) => w.text.commands.print, run: (bench) => void printText(bench) },
  ...[true, false].flatMap((end) => [false, true].flatMap((back) => edges(end, back))),
];
