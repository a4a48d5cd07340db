import { openSearchPanel } from "@codemirror/search";
import type { KeyBinding } from "@codemirror/view";
import type { Kind } from "../engine/protocol.gen.ts";
import { isBare, isMac, keyPressed, keysOf, normalKey } from "../keys/keys.ts";
import type { Words } from "../words/words.ts";
import { joinMark, moveEdge, selectMark, splitMark } from "./adjust.ts";
import type { Desk } from "./desk.ts";
import { kinds } from "./kinds.ts";
import { mark, unmark, unmarkBracket } from "./marking.ts";
import { fixHere, nextProblem } from "./problems.ts";
import { isReading, type TextView } from "./reading.ts";
import type { Step } from "./segments.ts";
import { openCard } from "./squiggles.ts";
import { redoStep, steps, undoStep } from "./undoing.ts";
import { nextUnmarked } from "./unmarked.ts";

/** CommandOf is something that a person can do at a desk by its name or by a key. */
export interface CommandOf<D, Id extends string = string> {
  id: Id;
  /** The key, or several of which the first is shown, as CodeMirror writes it; absent
   * where there is none. A person may choose another: keysOf says which it is. */
  key?: string | readonly string[];
  /** "text" for a key that works in the text alone; elsewhere it is another's. */
  where?: "text";
  /** Its name in the interface's language. */
  title: (words: Words) => string;
  /** Why it cannot be done now; empty or absent where it can. */
  disabled?: (desk: D, words: Words) => string;
  run: (desk: D) => void;
}

/** EditingDesk is a desk at which all of the text's own commands can be done. */
export interface EditingDesk extends Desk {
  /** turnView shows the text in the other view. */
  turnView(view: TextView): void;
}

type End = "start" | "end";
type Way = "Back" | "On";

/** DeskCommandId names the commands that are done at a desk. */
export type DeskCommandId =
  | Kind
  | "undo"
  | "redo"
  | "find"
  | "unmark"
  | "nextProblem"
  | "previousProblem"
  | "fix"
  | "selectMark"
  | "split"
  | "join"
  | "reading"
  | "nextUnmarked"
  | "previousUnmarked"
  | "copyPlain"
  | "copyMarkup"
  | `${End}${Way}${"" | "ByWord" | "ByClause"}`;

type Command = CommandOf<EditingDesk, DeskCommandId>;

/** What needs the engine cannot be done without it. */
export const withoutEngine = ({ engine }: Desk, w: Words): string =>
  engine.state === "failed" ? w.keys.why.noEngine : "";

const withoutProblems = ({ analysis: { report } }: Desk, w: Words): string => {
  const problems = report?.analysed ? report.problems : null;
  return problems && problems.errors + problems.warnings + problems.infos === 0 ? w.keys.why.noProblems : "";
};

/** The commands that write, mark and mend. */
export const writingCommands: readonly Command[] = [
  {
    id: "undo",
    key: "Mod-z",
    title: (w) => w.toolbar.undo,
    disabled: (desk, w) => (steps(desk).undo ? "" : w.keys.why.undo),
    run: undoStep,
  },
  {
    id: "redo",
    key: ["Mod-Shift-z", "Mod-y"],
    title: (w) => w.toolbar.redo,
    disabled: (desk, w) => (steps(desk).redo ? "" : w.keys.why.redo),
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
      run: (desk) => void mark(desk, kind),
    }),
  ),
  {
    id: "unmark",
    key: "Alt-0",
    title: (w) => w.toolbar.unmark,
    disabled: withoutEngine,
    run: (desk) => void unmark(desk),
  },
  {
    id: "nextProblem",
    key: "F8",
    title: (w) => w.problems.next,
    disabled: withoutProblems,
    run: (desk) => void nextProblem(desk, false),
  },
  {
    id: "previousProblem",
    key: "Shift-F8",
    title: (w) => w.problems.previous,
    disabled: withoutProblems,
    run: (desk) => void nextProblem(desk, true),
  },
  { id: "fix", key: "Mod-.", title: (w) => w.problems.fixHere, disabled: withoutProblems, run: fixHere },
];

/** The keys that move an edge. On a Mac, Alt with an arrow moves the caret by words,
 * so that Control and Command stand in for it. */
const edgeKey = (end: boolean, arrow: string, word = false) =>
  `${isMac ? "Ctrl-Cmd-" : "Alt-"}${word ? (isMac ? "Alt-" : "Ctrl-") : ""}${end ? "Shift-" : ""}Arrow${arrow}`;

function edges(end: boolean, back: boolean): Command[] {
  const id = `${end ? "end" : "start"}${back ? "Back" : "On"}` as const;
  const name = (w: Words) => w.text.commands[id];
  const command = (
    suffix: "" | "ByWord" | "ByClause",
    key: string,
    title: (w: Words) => string,
    step: Step | "clause",
  ): Command => ({
    id: `${id}${suffix}`,
    key,
    where: "text",
    title,
    run: (desk) => moveEdge(desk, end, back, step),
  });
  return [
    command("", edgeKey(end, back ? "Left" : "Right"), name, "character"),
    command("ByWord", edgeKey(end, back ? "Left" : "Right", true), (w) => w.text.commands.byWord(name(w)), "word"),
    command("ByClause", edgeKey(end, back ? "Up" : "Down"), (w) => w.text.commands.byClause(name(w)), "clause"),
  ];
}

/** The commands that adjust marks and find what has none. */
export const adjustingCommands: readonly Command[] = [
  { id: "selectMark", key: "Alt-5", title: (w) => w.text.commands.select, run: selectMark },
  { id: "split", key: "Alt-6", title: (w) => w.text.commands.split, run: splitMark },
  { id: "join", key: "Alt-7", title: (w) => w.text.commands.join, run: joinMark },
  {
    id: "reading",
    key: "Alt-8",
    title: (w) => w.text.commands.reading,
    run: (desk) => desk.turnView(isReading(desk.view.state) ? "source" : "reading"),
  },
  {
    id: "nextUnmarked",
    key: "Alt-9",
    title: (w) => w.text.commands.nextUnmarked,
    run: (desk) => void nextUnmarked(desk, false),
  },
  {
    id: "previousUnmarked",
    key: "Alt-Shift-9",
    title: (w) => w.text.commands.previousUnmarked,
    run: (desk) => void nextUnmarked(desk, true),
  },
];

/** The commands that move the edges of marks. */
export const edgeCommands: readonly Command[] = [true, false].flatMap((end) =>
  [false, true].flatMap((back) => edges(end, back)),
);

/** Bound is what binding a command to a desk needs of it. */
type Bound<D> = Pick<CommandOf<D>, "id" | "key" | "where" | "run">;

/** bindingsOf binds commands to a desk, and the keys that only the text takes. */
export function bindingsOf<D extends Desk>(desk: D, commands: readonly Bound<D>[]): KeyBinding[] {
  return [
    ...commands.flatMap((command): KeyBinding[] =>
      keysOf(command).map((key) => ({
        key,
        // In the text a key without a modifier types.
        scope: isBare(key) ? "page" : command.where === "text" ? "editor" : "editor page",
        preventDefault: true,
        run: () => {
          command.run(desk);
          return true;
        },
      })),
    ),
    { any: (_view, event) => typedWithAlt(desk, commands, event), scope: "editor page" },
    { key: "Backspace", run: () => unmarkBracket(desk) },
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
function typedWithAlt<D>(desk: D, commands: readonly Bound<D>[], event: KeyboardEvent): boolean {
  if (!isMac || !event.altKey || event.ctrlKey || event.metaKey) return false;
  const key = keyPressed(event);
  const command = commands.find((one) => keysOf(one).some((its) => normalKey(its) === key));
  command?.run(desk);
  return command !== undefined;
}
