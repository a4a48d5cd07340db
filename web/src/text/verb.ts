import { isolateHistory } from "@codemirror/commands";
import { EditorSelection, type StateEffect, type TransactionSpec } from "@codemirror/state";
import type { Edits } from "../analysis/analysis.ts";
import type { EngineClient } from "../engine/contract.ts";
import type { Changes } from "../engine/protocol.gen.ts";
import { sayRefusal, type Desk } from "./desk.ts";

/** Verb is something that a person does to the text; the engine answers with its edits. */
export interface Verb<Answer extends Edits = Changes> {
  /** What the editor calls the change, as "mark.edge". */
  event: string;
  /** Asks for the edits of the text of a version. */
  ask: (engine: EngineClient, version: number) => Promise<Answer>;
  /** What the person is told once it is done; "" for nothing. */
  done: (answer: Answer) => string;
  /** Whether the text that the answer is about gets selected, or the caret stays within
   * it. "select" when absent. */
  caret?: "select" | "keep";
  /** Whether the editor scrolls to the selection; true when absent. */
  scrolls?: boolean;
  /** What goes along with the change. */
  effects?: readonly StateEffect<unknown>[];
  annotations?: Extract<TransactionSpec["annotations"], readonly unknown[]>;
}

/** carryOut does a verb as one step of undo. What the engine refuses is said. Resolves to
 * the number of places changed, 0 when there were none. */
export async function carryOut<Answer extends Edits>(desk: Desk, verb: Verb<Answer>): Promise<number> {
  try {
    return await askAndApply(desk, verb);
  } catch (error) {
    sayRefusal(desk, error);
    return 0;
  }
}

/** askAndApply does a verb as carryOut does. Rejects with an EngineError where the engine
 * refuses. Where the text can only be read, nobody is asked. */
export async function askAndApply<Answer extends Edits>(desk: Desk, verb: Verb<Answer>): Promise<number> {
  const { view, analysis } = desk;
  const { event, ask, done, caret = "select", scrolls = true, effects = [], annotations = [] } = verb;
  let count = 0;
  if (view.state.readOnly) {
    desk.say(desk.words.done.readOnly, "refusal");
    return count;
  }
  await analysis.ask(ask, (changes, answer, since) => {
    if (changes.empty) {
      desk.say(desk.words.done.nothingChanged);
      return;
    }
    count = Math.max(1, answer.count);
    const { from, to } = answer.select;
    const fits = !since && from >= 0 && to <= changes.newLength;
    const head = () => Math.min(to, Math.max(from, changes.mapPos(view.state.selection.main.head)));
    view.dispatch({
      changes,
      ...(fits
        ? { selection: caret === "select" ? EditorSelection.single(from, to) : EditorSelection.cursor(head()) }
        : {}),
      scrollIntoView: fits && scrolls,
      userEvent: event,
      effects,
      annotations: [isolateHistory.of("full"), ...annotations],
    });
    const said = done(answer);
    if (said) desk.say(said);
  });
  return count;
}
