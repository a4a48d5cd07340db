import { openSearchPanel } from "@codemirror/search";
import type { KeyBinding } from "@codemirror/view";
import { openNew, openPicked } from "../files/opening.ts";
import { save, saveAs } from "../files/saving.ts";
import { textCommands } from "../text/commands.ts";
import { kinds } from "../text/kinds.ts";
import { mark, unmark, unmarkBracket } from "../text/marking.ts";
import { fixHere, nextProblem } from "../text/problems.ts";
import { openCard } from "../text/squiggles.ts";
import { redoStep, undoStep } from "../text/undoing.ts";
import type { Words } from "../words/words.ts";
import type { Workbench } from "./workbench.ts";

/** Command is something that a person can do by its name or by a key. */
export interface Command {
  id: string;
  /** The key as CodeMirror writes it; absent where there is none. */
  key?: string;
  /** "text" for a key that works in the text alone; elsewhere it is another's. */
  where?: "text";
  /** Its name in the interface's language. */
  title: (words: Words) => string;
  run: (bench: Workbench) => void;
}

/** All commands. Their keys work wherever the focus is. Each part of the page keeps
 * its own in a list that is joined to this one. */
export const commands: readonly Command[] = [
  { id: "open", key: "Mod-o", title: (w) => w.toolbar.open, run: (bench) => void openPicked(bench) },
  { id: "save", key: "Mod-s", title: (w) => w.toolbar.save, run: (bench) => void save(bench) },
  { id: "saveAs", key: "Mod-Shift-s", title: (w) => w.toolbar.saveAs, run: (bench) => void saveAs(bench) },
  { id: "new", key: "Alt-n", title: (w) => w.toolbar.newDocument, run: openNew },
  { id: "undo", key: "Mod-z", title: (w) => w.toolbar.undo, run: undoStep },
  { id: "redo", key: "Mod-Shift-z", title: (w) => w.toolbar.redo, run: redoStep },
  { id: "redo2", key: "Mod-y", title: (w) => w.toolbar.redo, run: redoStep },
  {
    id: "find",
    key: "Mod-f",
    title: (w) => w.toolbar.find,
    run: ({ view }) => {
      openSearchPanel(view);
    },
  },
  ...kinds.map(({ kind, digit }) => ({
    id: kind as string,
    key: `Alt-${digit}`,
    title: (w: Words) => w.kinds[kind],
    run: (bench: Workbench) => void mark(bench, kind),
  })),
  { id: "unmark", key: "Alt-0", title: (w) => w.toolbar.unmark, run: (bench) => void unmark(bench) },
  { id: "nextProblem", key: "F8", title: (w) => w.problems.next, run: (bench) => void nextProblem(bench, bench.engine, false) },
  { id: "previousProblem", key: "Shift-F8", title: (w) => w.problems.previous, run: (bench) => void nextProblem(bench, bench.engine, true) },
  { id: "fix", key: "Mod-.", title: (w) => w.problems.fixHere, run: fixHere },
  ...textCommands,
];

/** keymapOf binds the commands to a workbench, and the keys that only the editor
 * takes. */
export function keymapOf(bench: Workbench): KeyBinding[] {
  return [
    ...commands.flatMap(({ key, where, run }): KeyBinding[] => {
      if (!key) return [];
      const perform = () => {
        run(bench);
        return true;
      };
      return [{ key, scope: where === "text" ? "editor" : "editor page", preventDefault: true, run: perform }];
    }),
    { key: "Backspace", run: () => unmarkBracket(bench) },
    ...(mac ? [{ any: (_view: unknown, event: KeyboardEvent) => optionKey(bench, event), scope: "editor page" }] : []),
    {
      key: "Escape",
      run: (view) => {
        view.dispatch({ effects: openCard.of(null) });
        return false;
      },
    },
  ];
}

const mac = /Mac|iPhone|iPad/.test(navigator.platform);

/** On a Mac, Option with a digit or a letter types a character, and the editor takes it
 * for that: a command is found by the key that was pressed. */
function optionKey(bench: Workbench, event: KeyboardEvent): boolean {
  if (!event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return false;
  const pressed = /^(?:Digit|Key)(.)$/.exec(event.code)?.[1]?.toLowerCase();
  const command = pressed && commands.find(({ key }) => key === `Alt-${event.shiftKey ? "Shift-" : ""}${pressed}`);
  if (!command) return false;
  event.preventDefault();
  command.run(bench);
  return true;
}

/** keyOf writes a command's key as the person's keyboard has it. */
export function keyOf(id: string): string {
  const key = commands.find((command) => command.id === id)?.key ?? "";
  const arrows: Record<string, string> = { ArrowLeft: "←", ArrowRight: "→", ArrowUp: "↑", ArrowDown: "↓" };
  const parts = key.split("-").map((part) => arrows[part] ?? (/^[a-z]$/.test(part) ? part.toUpperCase() : part));
  if (!mac) return parts.map((part) => (part === "Mod" ? "Ctrl" : part)).join("+");
  const signs: Record<string, string> = { Mod: "⌘", Cmd: "⌘", Ctrl: "⌃", Alt: "⌥", Shift: "⇧" };
  return parts.map((part) => signs[part] ?? part).join("");
}

/** ariaKey writes a command's key for aria-keyshortcuts. */
export const ariaKey = (id: string): string =>
  (commands.find((command) => command.id === id)?.key ?? "")
    .replace("Mod", mac ? "Meta" : "Control")
    .replace("Cmd", "Meta")
    .replace("Ctrl", "Control")
    .replaceAll("-", "+");
