// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { answer, asked, request } from "../analysis/analysis.sample.ts";
import { begin, last, settled } from "../engine/fake-engine.ts";
import type { CompareRequest, Comparing, ComparisonRows, DecideRowRequest } from "../engine/protocol.gen.ts";
import { blank } from "../services/document.ts";
import { Events } from "../services/events.ts";
import { Navigation } from "../services/navigation.ts";
import { notices } from "../services/notices.ts";
import { PageUnderTest, reports } from "../services/page.sample.ts";
import { provide } from "../services/service.ts";
import { Comparison } from "./comparison.ts";

// A comparison, while answers are late, the text is edited and documents are opened.

/** A base of which nothing is known. */
class NoDrift extends Events<"change"> {
  version = 0;
  async take(): Promise<void> {}
}

const other = { name: "b.txt", text: "we use mail", older: false };
const third = { name: "c.txt", text: "we use post", older: false };
const figures = [{ measure: "alpha", kind: "data", a: 0, b: 0, thousandths: 500, units: 4, undefined: "" }];

let page: PageUnderTest;
let comparison: Comparison;

/** Two rows of a comparison of a version. */
const rows = (version: number): ComparisonRows => ({
  first: 0,
  total: 2,
  items: [0, 1].map((row) => ({
    row,
    state: "differ",
    choice: 0,
    of: 2,
    from: row * 3,
    to: row * 3 + 2,
    says: [],
    score: 0,
    sides: [],
  })),
  counts: [{ state: "differ", count: 2 }],
  stale: false,
  version,
});

/** The oldest question, once the reports and what is stopped before it are answered. */
async function next(): Promise<string | undefined> {
  for (;;) {
    await reports();
    if (asked()[0] !== "stopComparison") return asked()[0];
    await answer({});
  }
}

/** Answers the oldest question, which is this. */
async function reply(method: string, what: object): Promise<void> {
  expect(await next()).toBe(method);
  await answer(what);
}

async function edit(insert: string): Promise<void> {
  page.desk.view.dispatch({ changes: { from: 0, insert }, userEvent: "input.type" });
  await settled();
  await reports();
}

/** Answers what comes before the rows of a comparison, and returns its version. */
async function compared(texts: number): Promise<number> {
  for (let n = 0; n < texts; n++) await reply("giveText", {});
  expect(await next()).toBe("compare");
  const { version } = request<CompareRequest>();
  await answer({ done: 0, total: 1, ended: false });
  await reply("stepComparison", { done: 1, total: 1, ended: true });
  return version;
}

async function weighed(recommended: Comparing): Promise<void> {
  await reply("giveText", {});
  await reply("weighText", { recommended, same: false, line: 1, column: 1 });
}

/** A comparison of two annotators whose rows are shown, up to its first row. */
async function annotators(): Promise<void> {
  void comparison.with([other]);
  await weighed("annotators");
  await reply("comparisonRows", rows(await compared(1)));
  await reply("agreement", { figures });
  await reply("nextRow", { position: 0 });
  await next();
}

beforeEach(async () => {
  begin();
  page = new PageUnderTest();
  const { desk, session } = page;
  // No database keeps decisions here, and that is said.
  provide(notices, () => page.notices);
  comparison = new Comparison(desk, session, page.notices, new Navigation(desk.view), new NoDrift());
  await page.start("we use email");
  await next();
});
afterEach(async () => {
  await page.close();
  vi.useRealTimers();
});

describe("beginning a comparison", () => {
  it("weighs the text, compares in the way that suits it, and goes to the first row", async () => {
    await annotators();
    expect([comparison.kind, comparison.progress, comparison.stale]).toEqual(["annotators", null, false]);
    expect([comparison.current?.row, comparison.count("differ"), comparison.figures]).toEqual([0, 2, figures]);
  });

  it("does not begin in a document that was opened while the text was weighed", async () => {
    void comparison.with([other]);
    await reply("giveText", {});
    expect(await next()).toBe("weighText");
    page.session.show(blank("new.txt"), "another document");
    await answer({ recommended: "annotators" });
    expect(await next()).toBeUndefined();
    expect([comparison.kind, comparison.others, comparison.weighed]).toEqual([null, [], null]);
  });

  it("does not show a refusal to weigh in a document that was opened since", async () => {
    void comparison.with([other]);
    expect(await next()).toBe("giveText");
    page.session.show(blank("new.txt"), "another document");
    await answer({ code: "refused", message: "too large" });
    await next();
    expect(comparison.refusal).toBe("");
  });

  it("is given up by a document that is opened while it is stepped", async () => {
    void comparison.with([other]);
    await weighed("text");
    await reply("giveText", {});
    await reply("compare", { done: 0, total: 9, ended: false });
    expect(await next()).toBe("stepComparison");
    page.session.show(blank("new.txt"), "another document");
    await answer({ done: 1, total: 9, ended: false });
    expect(await next()).toBeUndefined();
    expect([comparison.kind, comparison.progress, comparison.answer]).toEqual([null, null, null]);
  });

  it("compares the text as it is when the other is there, and says when it has changed since", async () => {
    void comparison.with([other]);
    await weighed("text");
    expect(await next()).toBe("giveText");
    page.desk.view.dispatch({ changes: { from: 0, insert: "x" } });
    const version = await compared(1);
    expect(version).toBe(page.desk.analysis.version);
    await edit("y");
    await reply("comparisonRows", rows(version));
    expect(comparison.stale).toBe(true);
  });

  it("says why the engine refuses, and can be begun again", async () => {
    void comparison.with([other]);
    await weighed("text");
    await reply("giveText", {});
    await reply("compare", { code: "refused", message: "too large" });
    expect(comparison.refusal).toContain("oo large");
    expect(comparison.progress).toBeNull();
    void comparison.start("text");
    await reply("comparisonRows", rows(await compared(1)));
    expect([comparison.refusal, comparison.answer?.total]).toEqual(["", 2]);
  });

  it("fails with an engine that dies in the middle", async () => {
    void comparison.with([other]);
    await weighed("text");
    await reply("giveText", {});
    await reply("compare", { done: 0, total: 9, ended: false });
    await next();
    last().listener.dead("out of memory");
    await settled();
    last().ready();
    await settled();
    await next();
    expect(comparison.refusal).toBe(page.desk.words.compare.failed);
    expect(comparison.progress).toBeNull();
  });
});

describe("an answer about a comparison that was given up", () => {
  it("is not taken for rows of the next of its kind", async () => {
    await annotators();
    comparison.show({ first: 0, count: 40 });
    expect(await next()).toBe("comparisonRows");
    void comparison.start("annotators");
    await answer(rows(99));
    expect(comparison.answer).toBeNull();
    const version = await compared(1);
    await reply("comparisonRows", rows(version));
    expect(comparison.answer?.version).toBe(version);
  });

  it("is not taken for the agreement of the next", async () => {
    void comparison.with([other]);
    await weighed("annotators");
    await reply("comparisonRows", rows(await compared(1)));
    expect(await next()).toBe("agreement");
    comparison.close();
    await answer({ figures });
    await next();
    expect(comparison.figures).toBeNull();
  });

  it("is no refusal of the choice of texts", async () => {
    await annotators();
    comparison.show({ first: 0, count: 40 });
    expect(await next()).toBe("comparisonRows");
    comparison.close();
    await answer({ code: "restarted", message: "" });
    await next();
    expect(comparison.refusal).toBe("");
  });
});

it("tells of each comparison once that the text has changed since, and again after the next", async () => {
  void comparison.with([other]);
  await weighed("text");
  await reply("comparisonRows", rows(await compared(1)));
  let told = 0;
  comparison.addEventListener("change", () => told++);
  await edit("x");
  await edit("y");
  expect([told, comparison.stale]).toEqual([1, true]);
  void comparison.start("text");
  await reply("comparisonRows", rows(await compared(1)));
  told = 0;
  await edit("z");
  expect([told, comparison.stale]).toEqual([1, true]);
});

describe("the rows", () => {
  it("are decided on one after the other, however fast the keys come", async () => {
    await annotators();
    comparison.decide(1);
    comparison.decide(2);
    await next();
    expect(request<DecideRowRequest>()).toMatchObject({ row: 0, choice: 1 });
    await answer({ before: 0 });
    const { version } = comparison.answer!;
    await reply("comparisonRows", rows(version));
    await reply("nextRow", { position: 1 });
    expect(await next()).toBe("decideRow");
    expect(request<DecideRowRequest>()).toMatchObject({ row: 1, choice: 2 });
  });

  it("have the last decision taken back, and go to its row", async () => {
    await annotators();
    const { version } = comparison.answer!;
    comparison.decide(1);
    await reply("decideRow", { before: -1 });
    await reply("comparisonRows", rows(version));
    await reply("nextRow", { position: 1 });
    expect([comparison.position, comparison.undoable]).toEqual([1, true]);
    comparison.undo();
    expect(await next()).toBe("decideRow");
    expect(request<DecideRowRequest>()).toMatchObject({ row: 0, choice: -1 });
    await answer({ before: 1 });
    await reply("comparisonRows", rows(version));
    await next();
    expect([comparison.position, comparison.undoable]).toEqual([0, false]);
  });

  it("have no place in a text that has changed since", async () => {
    await annotators();
    await edit("x");
    comparison.go(false);
    expect(page.said.at(-1)).toBe(page.desk.words.compare.stale);
    expect(page.desk.view.state.selection.main.empty).toBe(true);
  });

  it("are those of three annotators when a second text is there", async () => {
    void comparison.with([other, third]);
    await weighed("annotators");
    await reply("comparisonRows", rows(await compared(2)));
    expect(comparison.others).toEqual([other, third]);
  });
});
