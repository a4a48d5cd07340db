// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { begin, last, settled } from "../engine/fake-engine.ts";
import type { EditRequest, LevelsRequest, LoadRequest, LookRequest, Practice, Value } from "../engine/protocol.gen.ts";
import {
  asked,
  engineText,
  isDone,
  mark,
  open,
  openKnown,
  pause,
  reply,
  replyAll,
  answer,
  request,
} from "./analysis.sample.ts";
import { long } from "./long-text.ts";
import { range } from "./report.ts";

beforeEach(begin);
afterEach(() => {
  vi.useRealTimers();
});

describe("typing", () => {
  it("hands the text over, and then only what was changed", async () => {
    const editing = await open("我们");
    expect(asked()).toEqual(["load"]);
    expect(request<LoadRequest>()).toMatchObject({ version: 1, text: "我们", levels: [] });
    await reply();
    expect(asked()).toEqual([]);
    editing.view.dispatch({ changes: { from: 0, to: 1, insert: "你" } });
    await settled();
    expect(request<EditRequest>()).toMatchObject({ base: 1, version: 2, changes: [{ from: 0, to: 1, insert: "你" }] });
    await reply();
    expect(engineText().text).toBe("你们");
    expect(editing.shown).toEqual([1, 2]);
  });

  it("sends keys that are faster than answers together", async () => {
    const editing = await open("a");
    for (const letter of "bcd") await editing.type(letter);
    expect(asked()).toEqual(["load"]);
    await reply();
    expect(asked()).toEqual(["edit"]);
    expect(request<EditRequest>()).toMatchObject({ base: 1, version: 4, changes: [{ from: 1, to: 1, insert: "bcd" }] });
    for (const letter of "ef") await editing.type(letter, 0);
    expect(asked()).toEqual(["edit"]);
    await replyAll();
    expect(engineText()).toMatchObject({ text: "feabcd", version: editing.analysis.version });
    expect(editing.shown).toEqual([1, 4, 6]);
  });

  it("shows an answer where its words are by now", async () => {
    const editing = await open("您的<电话>。");
    const { view } = editing;
    await editing.type("更改", 0);
    await editing.type("号", 7); // in the mark
    await reply({ marks: [mark(2, 6)] });
    expect(editing.analysis.report?.version).toBe(1);
    expect(range(view.state, { from: 2, to: 6 })).toEqual({ from: 4, to: 9 });
    // And goes on to do so while the next answer is on its way.
    await editing.type("x", 0);
    expect(range(view.state, { from: 2, to: 6 })).toEqual({ from: 5, to: 10 });
    view.dispatch({ changes: { from: 4, to: 10 } });
    expect(range(view.state, { from: 2, to: 6 })).toBeNull();
    await replyAll();
    expect(engineText().text).toBe(view.state.doc.toString());
  });

  it("asks once more for all that was wanted meanwhile", async () => {
    const { analysis } = await open("text");
    analysis.showTicks(40);
    analysis.showRules(["vague-data"], true);
    analysis.showWindow("problems", { first: 5, count: 9 });
    await settled();
    expect(asked()).toEqual(["load"]);
    await reply();
    expect(asked()).toEqual(["look"]);
    expect(request<LookRequest>().view).toMatchObject({ ticks: 40, byRule: true, problems: { first: 5, count: 9 } });
    await reply();
    expect(asked()).toEqual([]);
  });

  it("hands a long text over when it is shown", async () => {
    const editing = await openKnown("short");
    editing.show("x".repeat(long + 1));
    await Promise.resolve();
    expect(asked()).toEqual([]);
    await settled();
    expect(asked()).toEqual(["load"]);
  });

  it("counts as idle when nothing is on its way", async () => {
    const { analysis } = await open("text");
    expect(analysis.idleFor()).toBe(0);
    await reply();
    await vi.advanceTimersByTimeAsync(400);
    expect(analysis.idleFor()).toBe(400);
    analysis.requestReport();
    expect(analysis.idleFor()).toBe(0);
  });
});

describe("what the page has from the report before", () => {
  const value = (text: string, from: number): Value => ({
    text,
    from,
    to: from + text.length,
    evidence: "marked",
    rule: "",
    why: "",
    notes: [],
  });
  const practice = (number: number, from: number): Practice => ({
    id: `p${number}`,
    number,
    section: [],
    from,
    to: from + 2,
    sentence: { from, to: from + 2 },
    category: "collect",
    categoryName: "collect",
    action: value("收集", from),
    actors: [],
    requester: null,
    data: [],
    groups: [],
    purposes: [],
    conditions: [],
    recipients: [],
    sources: [],
    modality: "none",
    modalityText: "",
    negated: false,
    negationText: "",
  });
  const practices = (items: Practice[], kept: number[]) => ({ first: 0, total: 2, all: 2, items, kept, atCaret: -1 });

  it("is asked for by the serial of that report, and moves with the text", async () => {
    const editing = await openKnown("收集。收集。", { practices: practices([practice(0, 0), practice(1, 3)], []) });
    await editing.type("另", 0);
    expect(request<EditRequest>().view.known).toBe(1);
    await reply({ practices: practices([], [0, 1]) });
    expect(editing.analysis.report?.practices.items.map(({ from }) => from)).toEqual([1, 4]);
  });

  it("counts for nothing after an answer that was refused", async () => {
    const editing = await openKnown("收集。", { practices: practices([practice(0, 0)], []) });
    await editing.type("x");
    await answer({ code: "stale", message: "" });
    expect(request<LoadRequest>()).toMatchObject({ text: "收集。x", view: { known: 0 } });
  });
});

describe("stale answers", () => {
  it("about another text have the whole text handed over", async () => {
    const editing = await openKnown("text");
    await editing.type("!");
    await reply({ length: 99 });
    expect(editing.shown).toEqual([1]);
    expect(request<LoadRequest>()).toMatchObject({ version: 2, text: "text!" });
    await replyAll();
    expect(editing.shown).toEqual([1, 2]);
  });

  it("end after some, until the text is changed again", async () => {
    const editing = await openKnown("text");
    await editing.type("!");
    for (const method of ["edit", "load", "load"]) {
      expect(asked()).toEqual([method]);
      await answer({ code: "stale", message: "" });
    }
    expect(asked()).toEqual([]);
    expect(await isDone(editing.analysis.upToDate())).toBe(true);
    editing.analysis.requestReport();
    await settled();
    expect(asked()).toEqual([]);
    await editing.type("?");
    expect(request<LoadRequest>()).toMatchObject({ text: "text!?" });
    await replyAll();
    expect(editing.shown).toEqual([1, 3]);
  });

  it("hold nobody up who waits for the text to be known", async () => {
    const editing = await openKnown("text");
    await editing.type("!");
    const known = editing.analysis.upToDate();
    await answer({ code: "stale", message: "" });
    expect(await isDone(known)).toBe(false);
    await reply();
    expect(await isDone(known)).toBe(true);
  });
});

describe("another document", () => {
  it("is not shown what was on its way about the one before", async () => {
    const editing = await open("the first");
    editing.show("the second");
    await settled();
    await reply({ marks: [mark(0, 3)] });
    expect(editing.shown).toEqual([]);
    expect(request<LoadRequest>().text).toBe("the second");
    await replyAll();
    expect(editing.shown).toEqual([editing.analysis.version]);
  });

  it("is not taken for the one before that was refused", async () => {
    const editing = await open("the first");
    editing.analysis.reset();
    for (let n = 0; n < 2; n++) {
      await answer({ code: "stale", message: "" });
      editing.analysis.reset();
      await settled();
    }
    await answer({ code: "stale", message: "" });
    expect(asked()).toEqual(["load"]);
    await reply();
    expect(editing.shown).toEqual([editing.analysis.version]);
  });

  it("is listed from its first rows on", async () => {
    const { analysis } = await openKnown("text");
    analysis.showWindow("practices", { first: 40, count: 30 });
    await settled();
    await replyAll();
    analysis.reset();
    await settled();
    expect(request<LoadRequest>().view.practices).toEqual({ first: 0, count: 30 });
  });
});

describe("levels", () => {
  const levels = [{ rule: "vague-data", level: "off" as const }];

  it("are told when they change, after what was typed", async () => {
    const editing = await openKnown("text");
    editing.analysis.setLevels(levels);
    await settled();
    expect(asked()).toEqual(["setLevels"]);
    expect(request<LevelsRequest>()).toMatchObject({ version: 1, levels });
    await reply();
    editing.analysis.setLevels([...levels]);
    await settled();
    expect(asked()).toEqual([]);
    editing.analysis.setLevels([]);
    await editing.type("!");
    expect(asked()).toEqual(["edit"]);
    await reply();
    expect(asked()).toEqual(["setLevels"]);
    await reply();
    expect(asked()).toEqual([]);
  });

  it("are told again when they were refused", async () => {
    const editing = await openKnown("text");
    editing.analysis.setLevels(levels);
    await settled();
    await answer({ code: "stale", message: "" });
    expect(request<LoadRequest>().levels).toEqual(levels);
  });
});

describe("an input method", () => {
  it("is let alone: what it composes is sent when it ends", async () => {
    const editing = await openKnown("我们");
    editing.compose("compositionstart");
    await editing.type("shou");
    editing.view.dispatch({ changes: { from: 2, to: 6, insert: "收集" } });
    await pause();
    expect(asked()).toEqual([]);
    editing.compose("compositionend");
    await pause();
    expect(asked()).toEqual(["edit"]);
    expect(request<EditRequest>()).toMatchObject({
      base: 1,
      version: 3,
      changes: [{ from: 2, to: 2, insert: "收集" }],
    });
    await reply();
    expect(editing.shown).toEqual([1, 3]);
  });

  it("has a report wait, which is then shown where its words are", async () => {
    const editing = await open("<电话>");
    editing.compose("compositionstart");
    await editing.type("x", 0);
    await reply({ marks: [mark(0, 4)] });
    await editing.type("y", 0);
    expect(editing.shown).toEqual([]);
    editing.compose("compositionend");
    await pause();
    expect(editing.shown).toEqual([1]);
    expect(range(editing.view.state, { from: 0, to: 4 })).toEqual({ from: 2, to: 6 });
    await replyAll();
    expect(editing.shown).toEqual([1, 3]);
    expect(engineText().text).toBe("yx<电话>");
  });

  it("that begins again at once holds the report on", async () => {
    const editing = await open("text");
    editing.compose("compositionstart");
    await reply();
    editing.compose("compositionend");
    editing.compose("compositionstart");
    await pause();
    expect(editing.shown).toEqual([]);
    editing.compose("compositionend");
    await pause();
    expect(editing.shown).toEqual([1]);
  });

  it("in another document by now does not keep that one from being known", async () => {
    const editing = await openKnown("text");
    editing.compose("compositionstart");
    await editing.type("zi");
    editing.show("other");
    await pause();
    expect(asked()).toEqual([]);
    editing.compose("compositionend");
    await pause();
    expect(request<LoadRequest>().text).toBe("other");
  });
});

it("an engine that works out more and more is asked until it has done so", async () => {
  const editing = await openKnown("text", { analysed: false, pending: 60 });
  expect(asked()).toEqual(["look"]);
  const known = editing.analysis.settled();
  await reply({ analysed: false, pending: 20 });
  expect(await isDone(known)).toBe(false);
  await reply();
  expect(await isDone(known)).toBe(true);
  expect(asked()).toEqual([]);
  expect(editing.shown).toEqual([1, 1, 1]);
  expect(last().calls).toEqual([]);
});
