import { isolateHistory, redo, undo } from "@codemirror/commands";
import { EditorSelection, type ChangeSet, type Text } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import type { Analysis } from "../analysis/analysis.ts";
import type { EngineClient } from "../engine/contract.ts";
import { EngineError } from "../engine/engine-error.ts";
import type { Changes, Kind, Lang, Problem, Range, Reading } from "../engine/protocol.gen.ts";
import { range } from "../analysis/report.ts";
import { sentence, type Words } from "../words/words.ts";
import { markAround, marksIn } from "./marks.ts";
import { wordAt } from "./word.ts";

/** Desk is what the verbs work on. */
export interface Desk {
  readonly view: EditorView;
  readonly analysis: Analysis;
  /** The language in which it speaks, and its words. */
  readonly lang: Lang;
  readonly words: Words;
  /** say tells the person something, without taking the focus. */
  say(message: string, tone?: "info" | "refusal"): void;
}

type Question = (engine: EngineClient, version: number) => Promise<Changes>;

/** carryOut asks the engine and applies its answer as one step of undo. What it
 * refuses is said. What the answer is about gets selected, or the caret is kept in
 * it. Resolves to the number of places changed, 0 when refused. */
export async function carryOut(
  desk: Desk,
  event: string,
  question: Question,
  done: (count: number, text: string) => string,
  caret: "select" | "keep" = "select",
): Promise<number> {
  const { view, analysis } = desk;
  let count = 0;
  try {
    await analysis.ask(question, (changes, answer, since) => {
      if (changes.empty) {
        desk.say(desk.words.done.nothingChanged);
        return;
      }
      count = Math.max(1, answer.count);
      const { from, to } = answer.select;
      const fits = !since && from >= 0 && to <= changes.newLength;
      view.dispatch({
        changes,
        ...(fits
          ? {
              selection:
                caret === "select"
                  ? EditorSelection.single(from, to)
                  : EditorSelection.cursor(
                      Math.min(to, Math.max(from, changes.mapPos(view.state.selection.main.head))),
                    ),
            }
          : {}),
        scrollIntoView: fits,
        userEvent: event,
        annotations: isolateHistory.of("full"),
      });
      desk.say(done(answer.count, answer.text));
    });
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    desk.say(
      error.code === "refused" && error.message ? sentence(error.message, desk.lang) : desk.words.done.notNow,
      "refusal",
    );
  }
  return count;
}

/** mark marks the selection, or changes the kind of the mark at the caret, or
 * marks the word at the caret. */
export function mark(desk: Desk, kind: Kind, at: Range = desk.view.state.selection.main): Promise<void> {
  return desk.analysis.inTurn((since) => markNow(desk, kind, chosen(desk, at, since)));
}

/** chosen returns where a range that was chosen is now. When what was asked for before
 * has selected part of it, or it and more, that is meant: the key was pressed twice. */
function chosen({ view }: Desk, at: Range, since: ChangeSet | null): Range {
  if (!since) return at;
  const from = since.mapPos(at.from, 1);
  const to = Math.max(from, since.mapPos(at.to, -1));
  const { main } = view.state.selection;
  const within = from <= main.from && main.to <= to;
  const around = main.from <= from && to <= main.to;
  return within || around ? main : { from, to };
}

async function markNow(desk: Desk, kind: Kind, at: Range): Promise<void> {
  const { state } = desk.view;
  const target =
    at.from === at.to
      ? markAround(state, at.from)
      : marksIn(state, at.from, at.to).find(
          (m) => (m.from === at.from || m.innerFrom === at.from) && (m.to === at.to || m.innerTo === at.to),
        );
  const name = desk.words.kinds[kind];
  if (target) {
    if (target.kind === kind) {
      if (!(await takeEdgesIn(desk, kind))) desk.say(desk.words.done.sameKind(name));
      return;
    }
    await carryOut(
      desk,
      "retype",
      (engine, version) => engine.retype({ version, lang: desk.lang, at: target.innerFrom, kind }),
      () => desk.words.done.retyped(name),
    );
    return;
  }
  const span = at.from === at.to ? wordAt(state, at.from) : at;
  if (!span) {
    desk.say(desk.words.done.nothingToMark, "refusal");
    return;
  }
  const before = state.doc;
  await carryOut(
    desk,
    "mark",
    (engine, version) => engine.mark({ version, lang: desk.lang, kind, from: span.from, to: span.to, exact: false }),
    () => desk.words.done.marked(name),
  );
  last = { desk, kind, from: span.from, to: span.to, before, after: desk.view.state.doc };
}

/** The last mark that was made, by the range that was chosen for it. */
let last: { desk: Desk; kind: Kind; from: number; to: number; before: Text; after: Text } | null = null;

/** takeEdgesIn makes the last mark anew with the white space and the punctuation
 * that it left out, in place of the step before; false when it left out nothing, or
 * when something was done since. */
async function takeEdgesIn(desk: Desk, kind: Kind): Promise<boolean> {
  const { view } = desk;
  if (!last || last.desk !== desk || last.kind !== kind || view.state.doc !== last.after) return false;
  const { from, to, before } = last;
  const { main } = view.state.selection;
  last = null;
  if (main.to - main.from >= to - from || !undo(view)) return false;
  if (!view.state.doc.eq(before)) {
    redo(view);
    return false;
  }
  const count = await carryOut(
    desk,
    "mark",
    (engine, version) => engine.mark({ version, lang: desk.lang, kind, from, to, exact: true }),
    (_count, text) => desk.words.text.widened(desk.words.kinds[kind], text.trim()),
  );
  if (count === 0) redo(view);
  return true;
}

/** unmark removes the brackets of the mark at the caret, or of the outermost one
 * in the selection. */
export function unmark(desk: Desk): Promise<void> {
  return desk.analysis.inTurn(() => unmarkNow(desk));
}

async function unmarkNow(desk: Desk): Promise<void> {
  const { state } = desk.view;
  const { main } = state.selection;
  const inside = marksIn(state, main.from, main.to).filter((m) => m.from >= main.from && m.to <= main.to);
  const target = main.empty ? markAround(state, main.head) : (inside[0] ?? markAround(state, main.head));
  if (target) await unmarkAt(desk, target.innerFrom);
  else desk.say(desk.words.done.noMarkHere, "refusal");
}

/** unmarkAt removes the brackets of the innermost mark at a place. */
export async function unmarkAt(desk: Desk, at: number): Promise<void> {
  await carryOut(
    desk,
    "unmark",
    (engine, version) => engine.unmark({ version, lang: desk.lang, at }),
    () => desk.words.done.unmarked,
  );
}

/** unmarkBracket removes the mark whose bracket is before the caret; false when
 * there is none, and Backspace does what it always does. */
export function unmarkBracket(desk: Desk): boolean {
  const { state } = desk.view;
  const { main } = state.selection;
  if (!main.empty || main.head === 0 || state.readOnly || desk.view.compositionStarted) return false;
  const target = marksIn(state, main.head - 1, main.head).find((m) => m.to === main.head || m.innerFrom === main.head);
  if (!target) return false;
  void unmarkAt(desk, target.innerFrom);
  return true;
}

/** fix applies one fix of a problem of the last report. */
export async function fix(desk: Desk, problem: Problem, index: number): Promise<void> {
  const now = range(desk.view.state, problem) ?? problem;
  await carryOut(
    desk,
    "fix",
    (engine, version) =>
      engine.fix({ version, lang: desk.lang, rule: problem.rule, from: now.from, to: now.to, fix: index }),
    (count) => desk.words.done.fixed(Math.max(1, count)),
  );
}

/** fixAll applies a fix, by its number, to every problem of a rule; -1 for the
 * first safe one of each. */
export async function fixAll(desk: Desk, rule: string, index: number): Promise<void> {
  await carryOut(
    desk,
    "fix.all",
    (engine, version) => engine.fixAll({ version, lang: desk.lang, rule, fix: index }),
    (count) => desk.words.done.fixed(count),
  );
}

/** reread makes the whole document plain text, or markup again. */
export async function reread(desk: Desk, reading: Reading): Promise<number> {
  return await carryOut(
    desk,
    "reread",
    (engine, version) => engine.reread({ version, lang: desk.lang, reading }),
    (count) => desk.words.open.reread[reading](count),
  );
}

/** correct sets right a value of a practice, as marks and qualifiers of the text. */
export async function correct(desk: Desk, question: Question, done: string): Promise<void> {
  await carryOut(desk, "correct", question, () => done);
}

/** heed takes a problem up again that the document passes over. */
export async function heed(desk: Desk, entry: number, done: string): Promise<void> {
  await carryOut(
    desk,
    "heed",
    (engine, version) => engine.heed({ version, lang: desk.lang, entry }),
    () => done,
  );
}
