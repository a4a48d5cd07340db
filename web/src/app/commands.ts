import { openSearchPanel } from "@codemirror/search";
import type { KeyBinding } from "@codemirror/view";
import { openNew, openPicked } from "../files/opening.ts";
import { save, saveAs } from "../files/saving.ts";
import { kinds } from "../text/kinds.ts";
import { mark, unmark, unmarkBracket } from "../text/marking.ts";
import { fixHere, nextProblem } from "../text/problems.ts";
import { openCard } from "../text/squiggles.ts";
import { redoStep, undoStep } from "../text/undoing.ts";
import type { Workbench } from "./workbench.ts";

/** Command is something that a person can do by a key. */
export interface Command {
  id: string;
  /** The key as CodeMirror writes it. */
  key: string;
  run: (bench: Workbench) => void;
}

/** The commands that have keys. They work wherever the focus is. */
export const commands: readonly Command[] = [
  { id: "open", key: "Mod-o", run: (bench) => void openPicked(bench) },
  { id: "save", key: "Mod-s", run: (bench) => void save(bench) },
  { id: "saveAs", key: "Mod-Shift-s", run: (bench) => void saveAs(bench) },
  { id: "new", key: "Alt-n", run: openNew },
  { id: "undo", key: "Mod-z", run: undoStep },
  { id: "redo", key: "Mod-Shift-z", run: redoStep },
  { id: "redo2", key: "Mod-y", run: redoStep },
  {
    id: "find",
    key: "Mod-f",
    run: ({ view }) => {
      openSearchPanel(view);
    },
  },
  ...kinds.map(({ kind, digit }) => ({
    id: kind as string,
    key: `Alt-${digit}`,
    run: (bench: Workbench) => void mark(bench, kind),
  })),
  { id: "unmark", key: "Alt-0", run: (bench) => void unmark(bench) },
  { id: "nextProblem", key: "F8", run: (bench) => void nextProblem(bench, bench.engine, false) },
  { id: "previousProblem", key: "Shift-F8", run: (bench) => void nextProblem(bench, bench.engine, true) },
  { id: "fix", key: "Mod-.", run: fixHere },
];

/** keymapOf binds the commands to a workbench, and the keys that only the editor
 * takes. */
export function keymapOf(bench: Workbench): KeyBinding[] {
  return [
    ...commands.map(({ key, run }) => ({
      key,
      scope: "editor page",
      preventDefault: true,
      run: () => {
        run(bench);
        return true;
      },
    })),
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

const mac = /Mac|iPhone|iPad/.test(navigator.platform);

/** keyOf writes a command's key as the person's keyboard has it. */
export function keyOf(id: string): string {
  const key = commands.find((command) => command.id === id)?.key ?? "";
  const parts = key.split("-").map((part) => (/^[a-z]$/.test(part) ? part.toUpperCase() : part));
  if (!mac) return parts.map((part) => (part === "Mod" ? "Ctrl" : part)).join("+");
  const signs: Record<string, string> = { Mod: "⌘", Alt: "⌥", Shift: "⇧" };
  return parts.map((part) => signs[part] ?? part).join("");
}

/** ariaKey writes a command's key for aria-keyshortcuts. */
export const ariaKey = (id: string): string =>
  (commands.find((command) => command.id === id)?.key ?? "")
    .replace("Mod", mac ? "Meta" : "Control")
    .replaceAll("-", "+");
