// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { begin, create, engines, last, settled } from "../engine/fake-engine.ts";
import type { EditRequest, LoadRequest, LookRequest } from "../engine/protocol.gen.ts";
import { answer, asked, engineText, isDone, open, openKnown, reply, replyAll, request } from "./analysis.sample.ts";

// An engine dies, and another takes its place.

beforeEach(begin);
afterEach(() => {
  vi.useRealTimers();
});

/** The engine dies, and the next is ready to be handed the document. */
async function die(): Promise<void> {
  last().listener.dead("out of memory");
  await settled();
}

async function revive(): Promise<void> {
  last().ready();
  await settled();
}

/** Answers every call, and returns the methods that were called. */
async function methods(): Promise<string[]> {
  const called: string[] = [];
  while (asked().length > 0) called.push((await reply()).method);
  return called;
}

it("an engine that dies at what was typed is replaced, and the next has the text", async () => {
  const editing = await openKnown("text");
  await editing.type("!");
  await die();
  expect(engines).toHaveLength(2);
  await revive();
  expect(request<LoadRequest>()).toMatchObject({ version: 2, text: "text!" });
  await replyAll();
  expect(editing.shown.at(-1)).toBe(2);
  await editing.type("?");
  expect(request<EditRequest>()).toMatchObject({ base: 2, version: 3 });
  await replyAll();
  expect(engineText().text).toBe(editing.text);
});

it("what is typed before the next is ready reaches it, and the whole text goes there once", async () => {
  const editing = await openKnown("text");
  await editing.type("1");
  await editing.type("2"); // while the first is on its way
  await die();
  await editing.type("3");
  await revive();
  expect(asked()).toEqual(["load"]);
  await editing.type("4");
  expect((await methods()).filter((method) => method === "load")).toHaveLength(1);
  expect(engineText()).toMatchObject({ text: "text1234", version: editing.analysis.version });
  expect(editing.shown.at(-1)).toBe(editing.analysis.version);
});

it("what is typed while the next takes the text in is sent after it, as an edit", async () => {
  const editing = await openKnown("text");
  await die();
  await revive();
  await editing.type("!");
  await reply();
  // The report is about the text before: it is not shown.
  expect(editing.shown).toEqual([1]);
  expect(await methods()).toEqual(["look", "edit"]);
  expect(editing.shown.at(-1)).toBe(2);
  expect(engineText().text).toBe("text!");
});

it("an engine in the place of another is not taken to know the reports of that", async () => {
  const editing = await openKnown("text");
  await die();
  editing.analysis.showWindow("practices", { first: 20, count: 20 });
  await settled();
  await revive();
  await reply();
  expect(asked()).toEqual(["look"]);
  expect(request<LookRequest>().view.known).toBe(0);
});

it("a report of the next about another text has the whole text handed over again", async () => {
  const editing = await openKnown("text");
  await die();
  await revive();
  await reply({ length: 3 });
  expect(editing.shown).toEqual([1]);
  expect(await methods()).toEqual(["look", "load"]);
  expect(editing.shown.at(-1)).toBe(1);
});

it("another document that is opened meanwhile is the one that is known", async () => {
  const editing = await openKnown("the first");
  await die();
  await revive();
  editing.show("the second");
  await settled();
  await replyAll();
  expect(engineText()).toMatchObject({ text: "the second", version: editing.analysis.version });
  expect(editing.shown).toEqual([1, editing.analysis.version]);
});

it("a report of the next waits for a composition, and is shown where its words are", async () => {
  const editing = await openKnown("text");
  editing.compose("compositionstart");
  await die();
  await revive();
  await reply();
  await editing.type("x", 0);
  expect(editing.shown).toEqual([1]);
  editing.compose("compositionend");
  await vi.advanceTimersByTimeAsync(100);
  expect(editing.shown).toEqual([1, 1]);
  await replyAll();
  expect(engineText().text).toBe("xtext");
});

it("nobody waits for an engine that cannot be started, and all goes on when it can again", async () => {
  const editing = await openKnown("text");
  const asking = editing.analysis.ask((engine, version) => engine.unmark({ version, lang: "en", at: 0 }), vi.fn());
  const failed = expect(asking).rejects.toMatchObject({ name: "EngineError" });
  await settled();
  for (let n = 0; n < 4; n++) await die();
  expect(editing.engine.state).toBe("failed");
  await failed;
  await editing.type("!");
  expect(await isDone(editing.analysis.upToDate())).toBe(true);
  expect(await isDone(editing.analysis.settled())).toBe(true);
  editing.engine.restart();
  await revive();
  await replyAll();
  expect(engineText().text).toBe("text!");
  expect(editing.shown.at(-1)).toBe(2);
});

it("nobody waits for an engine that was taken away", async () => {
  const editing = await openKnown("text", { pending: 50 });
  await reply({ pending: 50 });
  await editing.type("!");
  const known = editing.analysis.upToDate();
  const all = editing.analysis.settled();
  editing.analysis.connect(null);
  await replyAll();
  expect(await isDone(known)).toBe(true);
  expect(await isDone(all)).toBe(true);
  expect(await isDone(editing.analysis.settled())).toBe(true);
  await editing.type("?");
  expect(await isDone(editing.analysis.upToDate())).toBe(true);
  await expect(editing.analysis.ask(vi.fn(), vi.fn())).rejects.toMatchObject({ code: "failed" });
});

it("nobody waits for an engine that is taken away while an input method composes", async () => {
  const editing = await openKnown("text");
  editing.compose("compositionstart");
  await editing.type("x");
  const known = editing.analysis.upToDate();
  expect(await isDone(known)).toBe(false);
  editing.analysis.connect(null);
  expect(await isDone(known)).toBe(true);
});

it("another engine is given the whole text, and what the first still answers does no harm", async () => {
  const editing = await open("text");
  const first = last();
  const other = create();
  await revive();
  editing.analysis.connect(other);
  await editing.type("!");
  expect(asked()).toEqual([]);
  first.answer({ code: "stale", message: "" });
  await settled();
  expect(request<LoadRequest>().text).toBe("text!");
  await replyAll();
  expect(editing.shown).toEqual([2]);
});

it("an engine that loses its documents with its life is given this one again", async () => {
  const editing = await openKnown("text");
  // As an element does, whose document the page does not hand over.
  const engine = create();
  await revive();
  editing.analysis.connect(engine);
  await settled();
  await replyAll();
  await editing.type("!");
  await die();
  await revive();
  expect(asked()).toEqual(["setLevels"]);
  await answer({ code: "stale", message: "" });
  expect(request<LoadRequest>()).toMatchObject({ text: "text!", view: { known: 0 } });
  await replyAll();
  expect(editing.shown.at(-1)).toBe(2);
});
