import { EditorSelection } from "@codemirror/state";
import type { MarkEngine } from "../engine/protocol.gen.ts";
import type { Desk } from "./desk.ts";
import { markAround, marksIn, type PlacedMark } from "./marks.ts";
import { stepFrom, type Step } from "./segments.ts";
import { carryOut } from "./verb.ts";

/** The mark that a person means: the one that the caret is in or, with text selected,
 * the innermost one that holds all of it. */
export function markMeant({ view }: Desk): PlacedMark | undefined {
  const { state } = view;
  const { main } = state.selection;
  if (main.empty) return markAround(state, main.head);
  return marksIn(state, main.from, main.to)
    .filter((m) => m.from <= main.from && main.to <= m.to)
    .sort((a, b) => b.depth - a.depth)[0];
}

const kindOf = (desk: Desk, target: PlacedMark) => desk.words.kinds[target.kind];

/** withMark does something to the mark that is meant, or says that there is none. */
function withMark(desk: Desk, act: (target: PlacedMark) => Promise<unknown>): void {
  void desk.analysis.inTurn(async () => {
    const target = markMeant(desk);
    if (target) await act(target);
    else desk.say(desk.words.done.noMarkHere, "refusal");
  });
}

/** moveEdge moves an edge of the mark that is meant by a character, a word or a
 * clause, and says what the mark now is. The caret stays in the mark. */
export function moveEdge(desk: Desk, end: boolean, back: boolean, step: Step | "clause"): void {
  withMark(desk, (target) =>
    carryOut(desk, {
      event: "mark.edge",
      ask: async (engine, version) => {
        const place = { version, lang: desk.lang, at: target.innerFrom };
        const edge = { ...place, end, to: 0 };
        if (step === "clause") return await engine.moveEdge({ ...edge, unit: "clause", by: back ? -1 : 1 });
        const by = stepFrom(await engine.around(place), end, back, step);
        return await engine.moveEdge({ ...edge, unit: "text", by });
      },
      done: ({ text }) => desk.words.text.now(kindOf(desk, target), text),
      caret: "keep",
    }),
  );
}

/** dropEdge moves an edge to a place that it was dragged to. */
export async function dropEdge(desk: Desk, target: PlacedMark, end: boolean, to: number): Promise<void> {
  await carryOut(desk, {
    event: "mark.edge",
    ask: (engine, version) => askNear(desk, engine, version, target, end, to),
    done: ({ text }) => desk.words.text.now(kindOf(desk, target), text),
    caret: "keep",
  });
}

/** askNear asks for the edits that bring an edge to a place, or near it. */
export const askNear = (
  desk: Desk,
  engine: MarkEngine,
  version: number,
  target: PlacedMark,
  end: boolean,
  to: number,
) => engine.moveEdge({ version, lang: desk.lang, at: target.innerFrom, end, unit: "near", to, by: 0 });

/** splitMark makes two marks of the one at the caret. */
export function splitMark(desk: Desk): void {
  withMark(desk, (target) =>
    carryOut(desk, {
      event: "mark.split",
      ask: (engine, version) => engine.split({ version, lang: desk.lang, at: desk.view.state.selection.main.head }),
      done: ({ text }) => desk.words.text.split(kindOf(desk, target), text),
      caret: "keep",
    }),
  );
}

/** joinMark makes one mark of that at the caret and the next one of its kind. */
export function joinMark(desk: Desk): void {
  withMark(desk, (target) =>
    carryOut(desk, {
      event: "mark.join",
      ask: (engine, version) => engine.join({ version, lang: desk.lang, at: target.innerFrom }),
      done: ({ text }) => desk.words.text.joined(kindOf(desk, target), text),
      caret: "keep",
    }),
  );
}

/** selectMark selects the text of the mark at the caret, and when that is selected
 * the text of the mark around it. */
export function selectMark(desk: Desk): void {
  const { view } = desk;
  const { main } = view.state.selection;
  const target = marksIn(view.state, main.from, main.to)
    .filter((m) => m.from <= main.from && main.to <= m.to && (m.innerFrom < main.from || m.innerTo > main.to))
    .sort((a, b) => b.depth - a.depth)[0];
  if (!target) {
    if (main.empty) desk.say(desk.words.done.noMarkHere, "refusal");
    return;
  }
  view.dispatch({
    selection: EditorSelection.single(target.innerFrom, target.innerTo),
    scrollIntoView: true,
    userEvent: "select",
  });
  desk.say(desk.words.text.selected(kindOf(desk, target)));
}
