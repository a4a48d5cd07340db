import { redo, undo } from "@codemirror/commands";
import { StateEffect, StateField, type ChangeSet, type Text } from "@codemirror/state";
import { range } from "../analysis/report.ts";
import type { EngineClient } from "../engine/contract.ts";
import type { Changes, Kind, Problem, Range, Reading } from "../engine/protocol.gen.ts";
import type { Desk } from "./desk.ts";
import { markAround, marksIn } from "./marks.ts";
import { carryOut } from "./verb.ts";
import { wordAt } from "./word.ts";

/** Made is a mark that was made, by the range that was chosen for it in the text before. */
interface Made {
  kind: Kind;
  from: number;
  to: number;
  before: Text;
}

const remember = StateEffect.define<Made | null>();

/** lastMade is the last mark that was made, for as long as nothing was changed since. */
export const lastMade = StateField.define<Made | null>({
  create: () => null,
  update(made, tr) {
    for (const effect of tr.effects) if (effect.is(remember)) return effect.value;
    return tr.docChanged ? null : made;
  },
});

/** mark marks the selection, or changes the kind of the mark at the caret, or
 * marks the word at the caret. */
export function mark(desk: Desk, kind: Kind, at: Range = desk.view.state.selection.main): Promise<void> {
  return desk.analysis.inTurn((since) => markNow(desk, kind, chosen(desk, at, since)));
}

/** chosen returns where a range that a person chose is now. When a verb before this one
 * has selected part of the range since, or the range and more, then its selection is
 * meant: the key was pressed twice. */
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
    await carryOut(desk, {
      event: "retype",
      ask: (engine, version) => engine.retype({ version, lang: desk.lang, at: target.innerFrom, kind }),
      done: () => desk.words.done.retyped(name),
    });
    return;
  }
  const span = at.from === at.to ? wordAt(state, at.from) : at;
  if (!span) {
    desk.say(desk.words.done.nothingToMark, "refusal");
    return;
  }
  const { from, to } = span;
  await carryOut(desk, {
    event: "mark",
    ask: (engine, version) => engine.mark({ version, lang: desk.lang, kind, from, to, exact: false }),
    done: () => desk.words.done.marked(name),
    effects: [remember.of({ kind, from, to, before: state.doc })],
  });
}

/** takeEdgesIn makes the last mark anew with the white space and the punctuation
 * that it left out, in place of the step before; false when it left out nothing, or
 * when something was done since. */
async function takeEdgesIn(desk: Desk, kind: Kind): Promise<boolean> {
  const { view } = desk;
  const made = view.state.field(lastMade, false);
  if (made?.kind !== kind) return false;
  const { from, to, before } = made;
  const { main } = view.state.selection;
  view.dispatch({ effects: remember.of(null) });
  if (main.to - main.from >= to - from || !undo(view)) return false;
  if (!view.state.doc.eq(before)) {
    redo(view);
    return false;
  }
  const count = await carryOut(desk, {
    event: "mark",
    ask: (engine, version) => engine.mark({ version, lang: desk.lang, kind, from, to, exact: true }),
    done: ({ text }) => desk.words.text.widened(desk.words.kinds[kind], text.trim()),
  });
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
  await carryOut(desk, {
    event: "unmark",
    ask: (engine, version) => engine.unmark({ version, lang: desk.lang, at }),
    done: () => desk.words.done.unmarked,
  });
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
  await carryOut(desk, {
    event: "fix",
    ask: (engine, version) =>
      engine.fix({ version, lang: desk.lang, rule: problem.rule, from: now.from, to: now.to, fix: index }),
    done: ({ count }) => desk.words.done.fixed(Math.max(1, count)),
  });
}

/** fixAll applies a fix, by its number, to every problem of a rule; -1 for the
 * first safe one of each. */
export async function fixAll(desk: Desk, rule: string, index: number): Promise<void> {
  await carryOut(desk, {
    event: "fix.all",
    ask: (engine, version) => engine.fixAll({ version, lang: desk.lang, rule, fix: index }),
    done: ({ count }) => desk.words.done.fixed(count),
  });
}

/** reread makes the whole document plain text, or markup again. */
export async function reread(desk: Desk, reading: Reading): Promise<number> {
  return await carryOut(desk, {
    event: "reread",
    ask: (engine, version) => engine.reread({ version, lang: desk.lang, reading }),
    done: ({ count }) => desk.words.open.reread[reading](count),
  });
}

/** correct sets right a value of a practice, as marks and qualifiers of the text. */
export async function correct(
  desk: Desk,
  ask: (engine: EngineClient, version: number) => Promise<Changes>,
  done: string,
): Promise<void> {
  await carryOut(desk, { event: "correct", ask, done: () => done });
}

/** heed takes a problem up again that the document passes over. */
export async function heed(desk: Desk, entry: number, done: string): Promise<void> {
  await carryOut(desk, {
    event: "heed",
    ask: (engine, version) => engine.heed({ version, lang: desk.lang, entry }),
    done: () => done,
  });
}
