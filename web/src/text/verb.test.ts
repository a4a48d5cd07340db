// @vitest-environment happy-dom
import { history, undo } from "@codemirror/commands";
import { EditorSelection, EditorState, StateEffect } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { afterEach, beforeEach, expect, it } from "vitest";
import { Analysis } from "../analysis/analysis.ts";
import { EngineError } from "../engine/engine-error.ts";
import { create } from "../engine/fake-engine.ts";
import type { Changes } from "../engine/protocol.gen.ts";
import { catalogues } from "../words/words.ts";
import type { Desk } from "./desk.ts";
import { askAndApply, carryOut, type Verb } from "./verb.ts";

const source = "we collect names";

let desk: Desk;
let said: string[];

beforeEach(() => {
  const analysis = new Analysis(() => "en");
  const view = new EditorView({
    state: EditorState.create({
      doc: source,
      selection: EditorSelection.cursor(4),
      extensions: [history(), analysis.extension],
    }),
  });
  // Without an engine nothing is waited for; the verbs of these tests answer by themselves.
  const engine = create({}, { transports: [] });
  analysis.attach(view);
  analysis.connect(engine);
  said = [];
  const say: Desk["say"] = (text, tone = "info") => void said.push(`${tone}: ${text}`);
  desk = { view, engine, analysis, lang: "en", words: catalogues.en, say };
});
afterEach(() => desk.view.destroy());

/** Brackets around "collect", with what is done while the answer is on its way. */
const bracket = (meanwhile = () => {}): Verb => ({
  event: "mark",
  ask: async (_engine, version): Promise<Changes> => {
    await Promise.resolve();
    meanwhile();
    const changes = [
      { from: 3, to: 3, insert: "[" },
      { from: 10, to: 10, insert: "]" },
    ];
    return { version, changes, select: { from: 3, to: 12 }, count: 1, text: "collect" };
  },
  done: ({ count, text }) => `marked ${count}: ${text}`,
});
const text = () => desk.view.state.doc.toString();
const selection = () => {
  const { from, to } = desk.view.state.selection.main;
  return [from, to];
};
const failing = (error: Error): Verb => ({ ...bracket(), ask: () => Promise.reject(error) });

it("refuses where the text can only be read, and asks nobody", async () => {
  desk.view.dispatch({ effects: StateEffect.appendConfig.of(EditorState.readOnly.of(true)) });
  expect(
    await carryOut(
      desk,
      bracket(() => said.push("asked")),
    ),
  ).toBe(0);
  expect(text()).toBe(source);
  expect(said).toEqual([`refusal: ${catalogues.en.done.readOnly}`]);
});

it("changes the text, selects what the answer is about and says it, as one step of undo", async () => {
  desk.view.dispatch({ changes: { from: source.length, insert: "." }, userEvent: "input.type" });
  expect(await carryOut(desk, bracket())).toBe(1);
  expect(text()).toBe("we [collect] names.");
  expect(selection()).toEqual([3, 12]);
  expect(said).toEqual(["info: marked 1: collect"]);
  undo(desk.view);
  expect(text()).toBe(`${source}.`);
});

it("keeps the caret within what the answer is about", async () => {
  await carryOut(desk, { ...bracket(), caret: "keep" });
  expect(selection()).toEqual([5, 5]);
});

it("leaves the selection alone when something was typed meanwhile, and what was typed too", async () => {
  const typed = () => desk.view.dispatch({ changes: { from: 0, insert: "here " }, selection: { anchor: 5 } });
  await carryOut(desk, bracket(typed));
  expect(text()).toBe("here we [collect] names");
  expect(selection()).toEqual([5, 5]);
});

it("says that nothing changes", async () => {
  const verb = bracket();
  const none: Verb = { ...verb, ask: async (...about) => ({ ...(await verb.ask(...about)), changes: [] }) };
  expect(await carryOut(desk, none)).toBe(0);
  expect(said).toEqual([`info: ${catalogues.en.done.nothingChanged}`]);
});

it("says in its own words what the engine refuses, and otherwise that it does not run", async () => {
  expect(await carryOut(desk, failing(new EngineError("refused", "marks cannot cross")))).toBe(0);
  expect(await carryOut(desk, failing(new EngineError("failed", "out of memory")))).toBe(0);
  expect(said).toEqual(["refusal: Marks cannot cross", `refusal: ${catalogues.en.done.notNow}`]);
  expect(text()).toBe(source);
});

it("hides no fault of its own", async () => {
  await expect(carryOut(desk, failing(new TypeError("a fault")))).rejects.toThrow("a fault");
  await expect(askAndApply(desk, failing(new EngineError("refused", "no")))).rejects.toThrow("no");
  expect(said).toEqual([]);
});
