// @vitest-environment happy-dom
import { undo } from "@codemirror/commands";
import { runScopeHandlers } from "@codemirror/view";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { answer, asked, isDone, report, request } from "../analysis/analysis.sample.ts";
import { begin, engines, last, settled } from "../engine/fake-engine.ts";
import type { Accepted, FoundSuggestion, RememberRequest, Suggestion } from "../engine/protocol.gen.ts";
import { blank } from "../services/document.ts";
import { EngineStatus } from "../services/engine-status.ts";
import { PageUnderTest, reports } from "../services/page.sample.ts";
import { active } from "./signs.ts";
import { Suggesting } from "./suggesting.ts";

// Going through the suggestions, and learning, while answers are late and documents change.

const suggestion = (from: number, to: number, text: string): Suggestion => ({
  id: `data ${text}`,
  kind: "data",
  from,
  to,
  text,
  score: 90,
  why: "",
  before: "",
  after: "",
  sentence: { from: 0, to: 0 },
  section: "",
  leads: false,
});
const found = (from: number, to: number, text: string): FoundSuggestion => ({
  suggestion: suggestion(from, to, text),
  index: 0,
  total: 1,
});
const none: FoundSuggestion = { suggestion: null, index: -1, total: 0 };
const learned = { text: "email", kind: "data", accepted: 1, rejected: 0 } as const;

/** The answer to accepting: the edits that mark the word. */
const accepted = (version: number): Accepted => ({
  version,
  changes: [
    { from: 7, to: 7, insert: "<" },
    { from: 12, to: 12, insert: ">" },
  ],
  select: { from: 7, to: 14 },
  count: 1,
  learned: [learned],
});

let page: PageUnderTest;
let status: EngineStatus;
let suggesting: Suggesting;

/** Answers all but questions for suggestions, there being no marks, and returns what the
 * engine was told to remember. */
async function others(): Promise<RememberRequest[]> {
  const told: RememberRequest[] = [];
  for (;;) {
    await reports();
    if (asked()[0] === "markedWords") await answer({ items: [] });
    else if (asked()[0] === "remember") {
      told.push(request<RememberRequest>());
      await answer({});
    } else return told;
  }
}

/** Presses a key in the text, and says whether somebody took it. */
const press = (key: string): boolean =>
  runScopeHandlers(page.desk.view, new KeyboardEvent("keydown", { key }), "editor");

/** Goes to the next suggestion, up to the question for it. */
async function askNext(): Promise<void> {
  suggesting.next();
  await settled();
  await others();
  expect(asked()).toEqual(["nextSuggestion"]);
}

const activeText = () => page.desk.view.state.field(active)?.text ?? null;

beforeEach(async () => {
  begin();
  localStorage.clear();
  status = new EngineStatus();
  page = new PageUnderTest(() => suggesting?.extension() ?? []);
  suggesting = new Suggesting(page.desk, page.session, status, page.notices);
  await page.start("we use email");
  await others();
});
afterEach(async () => {
  await page.close();
  vi.useRealTimers();
});

describe("going through the suggestions", () => {
  async function toEmail(): Promise<void> {
    await askNext();
    await answer(found(7, 12, "email"));
    await others();
    expect(activeText()).toBe("email");
  }

  it("takes Tab while one is active, and gives it back at the end", async () => {
    expect(press("Tab")).toBe(false);
    await toEmail();
    expect(press("Tab")).toBe(true);
    await settled();
    await answer(accepted(request<{ version: number }>().version));
    await others();
    await answer(none);
    await others();
    expect(page.text).toBe("we use <email>");
    expect(press("Tab")).toBe(false);
    expect(suggesting.memory.learned("")).toEqual([learned]);
  });

  it("takes back an accepted one with one step of undo, which ends it", async () => {
    await toEmail();
    press("Tab");
    await settled();
    await answer(accepted(request<{ version: number }>().version));
    await others();
    await answer(found(0, 2, "we"));
    await others();
    expect(undo(page.desk.view)).toBe(true);
    await settled();
    expect(page.text).toBe("we use email");
    expect(activeText()).toBeNull();
    expect(press("Tab")).toBe(false);
  });

  it("does not go to a place of a text that has changed since, but to that of the next question", async () => {
    await askNext();
    page.desk.view.dispatch({ changes: { from: 0, to: 7 }, userEvent: "delete" });
    suggesting.next();
    await settled();
    await answer(found(7, 12, "email"));
    expect(activeText()).toBeNull();
    await others();
    await answer(found(0, 5, "email"));
    await others();
    expect(activeText()).toBe("email");
    expect(page.desk.view.state.selection.main.to).toBe(5);
  });

  it("ends when another document is opened, whatever is still answered", async () => {
    await askNext();
    page.session.show(blank("c.txt"), "short");
    await settled();
    await answer(found(7, 12, "email"));
    await others();
    expect(activeText()).toBeNull();
    expect(press("Tab")).toBe(false);
  });

  it("marks nothing in a document that was opened while one was accepted", async () => {
    await toEmail();
    press("Tab");
    await settled();
    const { version } = request<{ version: number }>();
    page.session.show(blank("c.txt"), "we use email too");
    await settled();
    await answer(accepted(version));
    await others();
    expect(page.text).toBe("we use email too");
    expect(suggesting.memory.learned("")).toEqual([]);
  });

  it("ends with what the engine refuses, and can be begun again", async () => {
    await toEmail();
    press("Tab");
    await settled();
    await answer({ code: "refused", message: "it stands in a mark" });
    await settled();
    await others();
    expect(page.said.at(-1)).toContain("it stands in a mark".slice(1));
    expect(press("Tab")).toBe(false);
    await toEmail();
  });

  it("turns one down, remembers that for this document, and goes on after it", async () => {
    const { id } = page.session.document;
    await toEmail();
    press("Escape");
    await settled();
    expect(await others()).toMatchObject([
      { add: true, learned: [{ text: "email", rejected: 1 }], skipped: ["data email"] },
    ]);
    expect(request<{ from: number }>().from).toBe(12);
    await answer(none);
    await others();
    expect(suggesting.memory.skipped(id)).toEqual(["data email"]);
    page.session.show(blank("c.txt"), "we use email");
    await settled();
    expect(await others()).toMatchObject([{ add: false, skipped: [] }]);
  });
});

describe("what was learned", () => {
  it("is told to an engine that takes the place of one that died", async () => {
    suggesting.memory.decide([learned]);
    status.turned("ready");
    await settled();
    expect(await others()).toMatchObject([{ add: false, learned: [learned] }]);
    const first = last();
    first.listener.dead("out of memory");
    status.turned("restarting");
    await vi.advanceTimersByTimeAsync(5000);
    expect(engines.at(-1)).not.toBe(first);
    last().ready();
    status.turned("ready");
    await settled();
    expect(await others()).toMatchObject([{ add: false, learned: [learned] }]);
  });

  it("of a document that is left in the middle of typing is asked for before the next is loaded", async () => {
    page.desk.view.dispatch({ changes: { from: 0, insert: "x" }, userEvent: "input.type" });
    await settled();
    await others();
    page.session.show(blank("c.txt"), "other");
    await settled();
    expect(asked()[0]).toBe("markedWords");
    await answer({ items: [learned] });
    expect(await others()).toMatchObject([{ learned: [learned] }]);
  });

  it("of the marks is asked for in a pause, once", async () => {
    for (const insert of ["x", "y"]) {
      page.desk.view.dispatch({ changes: { from: 0, insert }, userEvent: "input.type" });
      await settled();
      await others();
      vi.advanceTimersByTime(1000);
    }
    expect(asked()).toEqual([]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked()).toEqual(["markedWords"]);
  });
});

it("asks again for suggestions that the engine has not worked out yet", async () => {
  suggesting.toggle();
  await settled();
  const { suggestions } = report(0, 0, 0);
  await reports({ suggestions: { ...suggestions, pending: true } });
  expect(asked()).toEqual([]);
  await vi.advanceTimersByTimeAsync(30);
  expect(asked()).toEqual(["look"]);
  await reports();
  await vi.advanceTimersByTimeAsync(1000);
  expect(asked()).toEqual([]);
});

it("accepting in the panel that another document overtakes is said, not done", async () => {
  const accepting = suggesting.accept(suggestion(7, 12, "email"), "one");
  await settled();
  await others();
  const { version } = request<{ version: number }>();
  page.session.show(blank("c.txt"), "other");
  await settled();
  await answer(accepted(version));
  await others();
  expect(await isDone(accepting)).toBe(true);
  expect(page.text).toBe("other");
  expect(page.said).toEqual([page.desk.words.done.notNow]);
});
