import { openSearchPanel } from "@codemirror/search";
import type { KeyBinding } from "@codemirror/view";
import { ariaOf, isBare, isMac, keyPressed, keysOf, normalKey, showKey } from "../keys/keys.ts";
import { compareCommands } from "../compare/commands.ts";
import { documentCommands } from "../files/commands.ts";
import { openNew, openPicked } from "../files/opening.ts";
import { save, saveAs } from "../files/saving.ts";
import { textCommands } from "../text/commands.ts";
import { kinds } from "../text/kinds.ts";
import { mark, unmark, unmarkBracket } from "../text/marking.ts";
import { fixHere, nextProblem } from "../text/problems.ts";
import { openCard } from "../text/squiggles.ts";
import { redoStep, steps, undoStep } from "../text/undoing.ts";
import { suggestionCommands } from "../suggest/commands.ts";
import type { Words } from "../words/words.ts";
import { helpCommands } from "./help-commands.ts";
import { settingCommands, withoutEngine } from "./setting-commands.ts";
import { panelCommands } from "./panelcommands.ts";
import type { Workbench } from "./workbench.ts";

/** Command is something that a person can do by its name or by a key. */
export interface Command {
  id: string;
  /** The key, or several of which the first is shown, as CodeMirror writes it; absent
   * where there is none. A person may choose another: keysOf says which it is. */
  key?: string | readonly string[];
  /** "text" for a key that works in the text alone; elsewhere it is another's. */
  where?: "text";
  /** Its name in the interface's language. */
  title: (words: Words) => string;
  /** Why it cannot be done now; empty or absent where it can. */
  disabled?: (bench: Workbench, words: Words) => string;
  run: (bench: Workbench) => void;
}

const withoutProblems = ({ analysis: { report } }: Workbench, w: Words): string => {
  const problems = report?.problems;
  return problems && problems.errors + problems.warnings + problems.infos === 0 ? w.keys.why.noProblems : "";
};

/** All commands. Their keys work wherever the focus is. Each part of the page keeps
 * its own in a list that is joined to this one. */
export const commands: readonly Command[] = [
  { id: "open", key: "Mod-o", title: (w) => w.toolbar.open, run: (bench) => void openPicked(bench) },
  { id: "save", key: "Mod-s", title: (w) => w.toolbar.save, run: (bench) => void save(bench) },
  { id: "saveAs", key: "Mod-Shift-s", title: (w) => w.toolbar.saveAs, run: (bench) => void saveAs(bench) },
  { id: "new", key: "Alt-n", title: (w) => w.toolbar.newDocument, run: openNew },
  {
    id: "undo",
    key: "Mod-z",
    title: (w) => w.toolbar.undo,
    disabled: (bench, w) => (steps(bench).undo ? "" : w.keys.why.undo),
    run: undoStep,
  },
  {
    id: "redo",
    key: ["Mod-Shift-z", "Mod-y"],
    title: (w) => w.toolbar.redo,
    disabled: (bench, w) => (steps(bench).redo ? "" : w.keys.why.redo),
    run: redoStep,
  },
  {
    id: "find",
    key: "Mod-f",
    title: (w) => w.toolbar.find,
    run: ({ view }) => {
      openSearchPanel(view);
    },
  },
  ...kinds.map(
    ({ kind, digit }): Command => ({
      id: kind,
      key: `Alt-${digit}`,
      title: (w) => w.keys.markAs(w.kinds[kind]),
      disabled: withoutEngine,
      run: (bench) => void mark(bench, kind),
    }),
  ),
  { id: "unmark", key: "Alt-0", title: (w) => w.toolbar.unmark, disabled: withoutEngine, run: (bench) => void unmark(bench) },
  {
    id: "nextProblem",
    key: "F8",
    title: (w) => w.problems.next,
    disabled: withoutProblems,
    run: (bench) => void nextProblem(bench, bench.engine, false),
  },
  {
    id: "previousProblem",
    key: "Shift-F8",
    title: (w) => w.problems.previous,
    disabled: withoutProblems,
    run: (bench) => void nextProblem(bench, bench.engine, true),
  },
  { id: "fix", key: "Mod-.", title: (w) => w.problems.fixHere, disabled: withoutProblems, run: fixHere },
  ...helpCommands,
  ...settingCommands,
  ...documentCommands,
  ...panelCommands,
  ...suggestionCommands,
  ...compareCommands,
  ...textCommands,
];

/** keymapOf binds the commands to a workbench, and the keys that only the editor
 * takes. */
export function keymapOf(bench: Workbench): KeyBinding[] {
  return [
    ...commands.flatMap((command): KeyBinding[] =>
      keysOf(command).map((key) => ({
        key,
        // In the text a key without a modifier types.
        scope: isBare(key) ? "page" : command.where === "text" ? "editor" : "editor page",
        preventDefault: true,
        run: () => {
          command.run(bench);
          return true;
        },
      })),
    ),
    { any: (_view, event) => typedWithAlt(bench, event), scope: "editor page" },
    { key: "Backspace", run: () => unmarkBracket(bench) },
    {
      key: "Escape",
      run: (view) => {
        view.dispatch({ effects: openCard.of(null) });
        return false;
      },
    },
  ];
}

/** On a Mac Alt makes other signs of letters and digits, which the editor takes for
 * typing; where a command has such a key it is meant. */
function typedWithAlt(bench: Workbench, event: KeyboardEvent): boolean {
  if (!isMac || !event.altKey || event.ctrlKey || event.metaKey) return false;
  const key = keyPressed(event);
  const command = commands.find((one) => keysOf(one).some((its) => normalKey(its) === key));
  command?.run(bench);
  return command !== undefined;
}

/** commandOf finds a command. */
export const commandOf = (id: string): Command => commands.find((command) => command.id === id)!;

/** keyOf writes a command's key as the person's keyboard has it, "" where it has none. */
export const keyOf = (id: string): string => showKey(keysOf(commandOf(id))[0] ?? "");

/** ariaKey writes a command's keys for aria-keyshortcuts, "" where it has none. */
export const ariaKey = (id: string): string =>
  keysOf(commandOf(id))
    .map((key) => ariaOf(key))
    .join(" ");
