// @vitest-environment happy-dom
import type { ChangeSet } from "@codemirror/state";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { begin, last, settled } from "../engine/fake-engine.ts";
import type { Changes } from "../engine/protocol.gen.ts";
import {
  answer,
  asked,
  engineText,
  isDone,
  openKnown,
  pause,
  reply,
  replyAll,
  request,
  type Editing,
} from "./analysis.sample.ts";

// What is asked for edits of the text, one after the other.

beforeEach(begin);
afterEach(() => {
  vi.useRealTimers();
});

/** Asks for a mark around a range, and puts in what comes. */
const mark = ({ analysis, view }: Editing, from: number, to: number): Promise<void> =>
  analysis.ask(
    (engine, version) => engine.mark({ version, lang: "en", kind: "data", from, to, exact: true }),
    (changes) => view.dispatch({ changes, userEvent: "input.mark" }),
  );

/** The edits that put brackets around a range of the text at a version. */
const around = (version: number, from: number, to: number): Changes => ({
  version,
  changes: [
    { from, to: from, insert: "<" },
    { from: to, to, insert: ">" },
  ],
  select: { from, to: to + 2 },
  count: 1,
  text: "",
});

describe("a question for edits", () => {
  it("waits until the engine has the text", async () => {
    const editing = await openKnown("电话");
    await editing.type("号");
    const marked = mark(editing, 0, 3);
    await settled();
    expect(asked()).toEqual(["edit"]);
    await reply();
    expect(asked()).toEqual(["mark"]);
    expect(request<{ version: number }>().version).toBe(2);
    await answer(around(2, 0, 3));
    await marked;
    expect(editing.text).toBe("<电话号>");
  });

  it("has its edits mapped through what was typed meanwhile", async () => {
    const editing = await openKnown("电话。");
    const since: (ChangeSet | null)[] = [];
    const marked = editing.analysis.ask(
      (engine, version) => engine.unmark({ version, lang: "en", at: 0 }),
      (changes, _answer, typed) => {
        since.push(typed);
        editing.view.dispatch({ changes });
      },
    );
    await settled();
    await editing.type("您的", 0);
    await editing.type("！");
    await answer(around(1, 0, 2));
    await marked;
    expect(editing.text).toBe("您的<电话>。！");
    expect(since[0]?.mapPos(0, 1)).toBe(2);
    await replyAll();
    expect(engineText().text).toBe(editing.text);
  });

  it("is asked again where the engine is about another text, with that handed over", async () => {
    const editing = await openKnown("电话");
    const marked = mark(editing, 0, 2);
    await settled();
    await answer({ code: "stale", message: "" });
    expect(asked()).toEqual(["load"]);
    await reply();
    expect(asked()).toEqual(["mark"]);
    // An answer about another version is no answer either.
    await answer(around(0, 0, 2));
    await reply();
    await answer(around(1, 0, 2));
    await marked;
    expect(editing.text).toBe("<电话>");
  });

  it("fails after some tries, and the text stays", async () => {
    const editing = await openKnown("电话");
    const marked = mark(editing, 0, 2);
    const failed = expect(marked).rejects.toMatchObject({ code: "stale" });
    await settled();
    for (let n = 0; n < 4; n++) {
      expect(asked()).toEqual(["mark"]);
      await answer({ code: "stale", message: "" });
      if (n < 3) await reply();
    }
    await failed;
    expect(editing.text).toBe("电话");
  });

  it.each([
    ["that is refused is not asked again", { code: "refused", message: "no" }, "refused"],
    ["is broken by edits that do not fit", around(1, 0, 99), "broken"],
  ])("%s", async (_what, says, code) => {
    const editing = await openKnown("电话");
    const failed = expect(mark(editing, 0, 2)).rejects.toMatchObject({ code });
    await settled();
    await answer(says);
    await failed;
    expect(asked()).toEqual([]);
    expect(editing.text).toBe("电话");
  });

  it("is asked again of the engine that takes the place of a dead one", async () => {
    const editing = await openKnown("电话");
    const marked = mark(editing, 0, 2);
    await settled();
    last().listener.dead("out of memory");
    await settled();
    last().ready();
    await settled();
    while (asked()[0] !== "mark") await reply();
    await answer(around(1, 0, 2));
    await marked;
    expect(editing.text).toBe("<电话>");
  });

  it("does nothing to a document that took the place of this one", async () => {
    const editing = await openKnown("电话");
    const failed = expect(mark(editing, 0, 2)).rejects.toMatchObject({ code: "closed" });
    await settled();
    editing.show("他物");
    await answer(around(1, 0, 2));
    await failed;
    expect(editing.text).toBe("他物");
  });

  it("has its edits wait for the end of a composition", async () => {
    const editing = await openKnown("电话");
    const marked = mark(editing, 0, 2);
    await settled();
    editing.compose("compositionstart");
    await editing.type("您的", 0);
    await answer(around(1, 0, 2));
    await pause();
    expect(editing.text).toBe("您的电话");
    editing.compose("compositionend");
    await pause();
    await marked;
    expect(editing.text).toBe("您的<电话>");
  });

  it("goes before what is worked out in pauses", async () => {
    const editing = await openKnown("电话", { pending: 80 });
    const marked = mark(editing, 0, 2);
    await reply({ pending: 70 });
    expect(asked()).toEqual(["mark"]);
    await answer(around(1, 0, 2));
    await marked;
    await settled();
    expect(asked()).toEqual(["edit"]);
    await reply({ pending: 60 });
    expect(asked()).toEqual(["look"]);
    await replyAll();
  });
});

describe("verbs in turn", () => {
  it("each find the text as the one before left it", async () => {
    const editing = await openKnown("甲乙丙");
    const seen: string[] = [];
    const done = [0, 3, 6].map((from) =>
      editing.analysis.inTurn(async () => {
        seen.push(engineText().text);
        await mark(editing, from, from + 1);
      }),
    );
    for (const at of [0, 3, 6]) {
      await settled();
      while (asked()[0] !== "mark") await reply();
      expect(asked()).toEqual(["mark"]);
      await answer(around(editing.analysis.version, at, at + 1));
    }
    await Promise.all(done);
    expect(editing.text).toBe("<甲><乙><丙>");
    expect(seen).toEqual(["甲乙丙", "<甲>乙丙", "<甲><乙>丙"]);
    await replyAll();
    expect(engineText().text).toBe(editing.text);
  });

  it("are told what was changed since they were asked for", async () => {
    const editing = await openKnown("甲乙");
    const first = editing.analysis.inTurn(() => mark(editing, 0, 1));
    const act = vi.fn();
    const second = editing.analysis.inTurn(act);
    await settled();
    await editing.type("您", 0);
    await answer(around(1, 0, 1));
    await first;
    await settled();
    expect(act).not.toHaveBeenCalled();
    await replyAll();
    await second;
    expect(editing.text).toBe("您<甲>乙");
    const since = act.mock.calls[0]![0] as ChangeSet;
    expect([0, 1, 2].map((at) => since.mapPos(at, 1))).toEqual([2, 4, 5]);
  });

  it("do nothing to another document, and do not keep it waiting", async () => {
    const editing = await openKnown("甲乙");
    const first = editing.analysis.inTurn(() => mark(editing, 0, 1));
    const act = vi.fn();
    const second = editing.analysis.inTurn(act);
    const failed = expect(first).rejects.toMatchObject({ code: "closed" });
    await settled();
    editing.show("丙丁");
    const later = vi.fn();
    const third = editing.analysis.inTurn(later);
    await answer(around(1, 0, 1));
    await failed;
    await replyAll();
    await Promise.all([second, third]);
    expect(act).not.toHaveBeenCalled();
    expect(later).toHaveBeenCalledWith(null);
    expect(editing.text).toBe("丙丁");
  });

  it("go on after one that failed", async () => {
    const editing = await openKnown("甲乙");
    const failing = editing.analysis.inTurn(() => Promise.reject(new Error("no")));
    const next = vi.fn();
    const done = editing.analysis.inTurn(next);
    await expect(failing).rejects.toThrow("no");
    await done;
    expect(next).toHaveBeenCalledOnce();
  });

  it("hold back what is worked out in pauses, which goes on after them", async () => {
    const editing = await openKnown("甲乙");
    await editing.type("丙");
    let go = () => {};
    const turn = editing.analysis.inTurn(() => new Promise<void>((done) => (go = done)));
    await settled();
    await reply({ pending: 40 });
    expect(asked()).toEqual([]);
    const known = editing.analysis.settled();
    go();
    await turn;
    await settled();
    expect(asked()).toEqual(["look"]);
    expect(await isDone(known)).toBe(false);
    await replyAll();
    expect(await isDone(known)).toBe(true);
  });
});
